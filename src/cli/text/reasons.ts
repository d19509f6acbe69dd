/** Why a verdict is unknown, and what to do: a line under the table for each reason in it. */
import type { Reason } from '#shared/model/verdict.ts';

export const chineseReasons: Record<Reason, string> = {
  denied: '访客没有同意授权。请访客重新扫码并点“允许”；或把入口改为静默授权。',
  code_reused: '授权码已经用过：微信的回答在路上丢了，或别的系统先用了它。请访客重新扫码。',
  code_expired: '授权码已过期。请访客重新扫码。',
  code_invalid: '授权码无效。请访客重新扫码；如果每次都这样，请核对 AppID。',
  snapshot_user: '快照页，看不到真实访客。请访客点页面下方的“使用完整服务”，再扫一次。',
  credentials: 'AppID 或 AppSecret 不对。请在控制台的“公众号”页核对，重新填写。',
  token: 'access_token 反复失效，可能有别的系统也在获取它。请在“公众号”页改用稳定版接口。',
  ip_not_allowed: '本机 IP 不在白名单。请管理员在微信开发者平台加入它；followdesk doctor 会说是哪个 IP。',
  quota: '接口调用次数用完。请等次日零点恢复，或在微信后台清零额度。',
  permission: '公众号没有这个接口的权限。请核对公众号类型（需要已认证的服务号）和接口权限。',
  network: '暂时连不上微信。扫码会自动重试；一直不好，请检查这台机器的网络。',
  platform_busy: '微信繁忙。扫码会自动重试；查询请稍后再运行。',
  bad_reply: '回应不是微信发来的。请检查网络里的登录页、代理，以及接口地址。',
  no_subscribe: '微信没有说明是否关注。请再查一次；一直如此，请检查接口权限。',
  openid_rejected: '微信不认这个 openid：可能抄错了，或属于另一个公众号。请核对 openid 和公众号。',
  platform_error: '微信返回了错误。用错误码在控制台的“诊断”页查看处理办法。',
};

export const englishReasons: Record<Reason, string> = {
  denied: 'The visitor declined. Ask them to scan again and tap Allow, or make the entry silent.',
  code_reused:
    'The code was already used: WeChat’s answer was lost, or another system used it first. Ask them to scan again.',
  code_expired: 'The code was too old. Ask the visitor to scan again.',
  code_invalid:
    'The code is not valid. Ask the visitor to scan again; if it happens every time, check the AppID.',
  snapshot_user:
    'A snapshot page hides the visitor. Ask them to tap "Use full service" at the bottom of the page and scan again.',
  credentials: 'AppID or AppSecret is wrong. Check them on the Accounts screen of the console.',
  token:
    'The access_token keeps failing; another system may be fetching it. Choose the stable interface on the Accounts screen.',
  ip_not_allowed:
    'This machine’s IP is not whitelisted. An admin adds it on WeChat’s developer platform; followdesk doctor says which.',
  quota: 'The API quota is used up. It comes back at midnight (China time), or reset it in WeChat’s console.',
  permission:
    'The account may not call this API. Check its type (a verified service account is needed) and permissions.',
  network:
    'WeChat cannot be reached right now. Scans are retried by themselves; if it lasts, check this machine’s network.',
  platform_busy: 'WeChat is busy. Scans are retried by themselves; run a look-up again later.',
  bad_reply:
    'The answer did not come from WeChat. Look for a sign-in page or a proxy, and check the API address.',
  no_subscribe:
    'WeChat did not say whether they follow. Ask again; if it stays so, check the account’s API permissions.',
  openid_rejected:
    'WeChat does not know this openid: mistyped, or another account’s. Check the openid and the account.',
  platform_error: 'WeChat answered with an error. The Doctor screen explains the errcode.',
};
