/** Why a verdict is unknown, for the operator: what happened, who acts, what to do. */
export const reasons = {
  actors: {
    visitor: '请访客操作',
    operator: '需要您处理',
    admin: '需要公众号管理员处理',
    wechat: '等待微信恢复',
    nobody: '自动重试中',
  },
  denied: {
    title: '访客没有同意授权',
    actor: 'visitor',
    remedy: '请访客重新扫码并点“允许”；或把入口改为静默授权。',
  },
  code_reused: {
    title: '授权码已经用过',
    actor: 'visitor',
    remedy: '微信的回答在路上丢了，或别的系统先用了它。请访客重新扫码。',
  },
  code_expired: { title: '授权码已过期', actor: 'visitor', remedy: '扫码后停留太久，请访客重新扫码。' },
  code_invalid: {
    title: '授权码无效',
    actor: 'visitor',
    remedy: '请访客重新扫码；如果每次都这样，请核对 AppID 是否填对。',
  },
  snapshot_user: {
    title: '快照页，看不到真实访客',
    actor: 'visitor',
    remedy: '请访客点页面下方的“使用完整服务”，再扫一次。',
  },
  credentials: {
    title: 'AppID 或 AppSecret 不对',
    actor: 'operator',
    remedy: '到“公众号”里核对 AppID，重新填写 AppSecret。',
  },
  token: {
    title: 'access_token 反复失效',
    actor: 'operator',
    remedy: '可能有别的系统也在获取它。到“公众号”里改用稳定版接口。',
  },
  ip_not_allowed: {
    title: '本机 IP 不在白名单',
    actor: 'admin',
    remedy: '在微信开发者平台把本机的公网 IP 加入白名单，再点“重新查询”。',
  },
  quota: {
    title: '接口调用次数用完',
    actor: 'operator',
    remedy: '请等次日零点恢复，或在微信后台清零额度。',
  },
  permission: {
    title: '公众号没有这个接口的权限',
    actor: 'admin',
    remedy: '网页授权需要已认证的服务号，请核对公众号类型和接口权限。',
  },
  network: { title: '暂时连不上微信', actor: 'nobody', remedy: '会自动重试；一直不好请检查这台机器的网络。' },
  platform_busy: { title: '微信繁忙', actor: 'nobody', remedy: '会自动重试，无需操作。' },
  bad_reply: {
    title: '回应不是微信发来的',
    actor: 'operator',
    remedy: '检查网络里的登录页、代理，以及接口地址是否填对。',
  },
  no_subscribe: {
    title: '微信没有说明是否关注',
    actor: 'operator',
    remedy: '点“重新查询”再问一次；一直如此请检查公众号的接口权限。',
  },
  openid_rejected: {
    title: '微信不认这个 openid',
    actor: 'operator',
    remedy: '它可能属于另一个公众号，请核对 AppID 后请访客重扫。',
  },
  platform_error: {
    title: '微信返回了错误',
    actor: 'operator',
    remedy: '展开查看错误码和处理办法，再点“重新查询”。',
  },
} as const;
