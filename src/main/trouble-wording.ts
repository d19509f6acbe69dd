/** A broken account in the operator's words, for the tray and for notifications: the console says the same. */
import type { Language } from '#shared/model/host.ts';
import type { Trouble } from './account-health.ts';

type Wording = Record<Language, readonly [title: string, remedy: string]>;

const TROUBLES: Record<Trouble, Wording> = {
  secret: {
    'zh-CN': ['AppSecret 需要重新填写', '到“公众号”里重新填写 AppSecret。'],
    en: ['The AppSecret must be entered again', 'Enter the AppSecret again under Accounts.'],
  },
  credentials: {
    'zh-CN': ['AppID 或 AppSecret 不对', '到“公众号”里核对 AppID，重新填写 AppSecret。'],
    en: ['AppID or AppSecret is wrong', 'Check the AppID under Accounts and enter the AppSecret again.'],
  },
  token: {
    'zh-CN': ['access_token 反复失效', '可能有别的系统也在获取它。到“公众号”里改用稳定版接口。'],
    en: [
      'The access_token keeps failing',
      'Another system may be fetching it. Choose the stable token interface under Accounts.',
    ],
  },
  ip_not_allowed: {
    'zh-CN': ['本机 IP 不在白名单', '在微信开发者平台把本机的公网 IP 加入白名单，再点“重新查询”。'],
    en: [
      "This machine's IP is not whitelisted",
      "Add its public IP on WeChat's developer platform, then check again.",
    ],
  },
  quota: {
    'zh-CN': ['接口调用次数用完', '请等次日零点恢复，或在微信后台清零额度。'],
    en: [
      'The API quota is used up',
      "It comes back at midnight (China time), or reset it in WeChat's console.",
    ],
  },
  permission: {
    'zh-CN': ['公众号没有这个接口的权限', '网页授权需要已认证的服务号，请核对公众号类型和接口权限。'],
    en: [
      'The account may not call this API',
      'Web authorization needs a verified service account. Check its type and permissions.',
    ],
  },
};

/** What is wrong, and what to do about it. */
export function describeTrouble(trouble: Trouble, language: Language): { title: string; remedy: string } {
  const [title, remedy] = TROUBLES[trouble][language];
  return { title, remedy };
}
