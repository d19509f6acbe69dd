/** Every error of the contract and every failure to reach the host: what happened, and what to do. */
export const errors = {
  /** Which column of the WeChat error-code catalogue this language reads. */
  catalogue: 'zh',
  NOT_FOUND: {
    account: { title: '这个公众号已不存在', remedy: '可能已在别处被删除。请刷新列表后重新选择。' },
    entry: { title: '这个入口已不存在', remedy: '可能已在别处被删除。请重新选择一个入口。' },
    scan: { title: '这条扫码记录已不存在', remedy: '可能已被清除。请刷新列表。' },
    error_code: { title: '没有收录这个错误码', remedy: '请到微信开放文档查询，或用 rid 在开发者平台排查。' },
    backup: { title: '这个备份已不存在', remedy: '只保留最近几次的备份。请刷新列表后重新选择。' },
    verification_file: { title: '这个验证文件已不存在', remedy: '可能已在别处被删除。请刷新列表。' },
    lookup: { title: '这次查询已不存在', remedy: '可能已在别处被删除。请刷新列表。' },
    tag: { title: '这个标签已不存在', remedy: '可能已在微信后台被删除。请刷新标签列表。' },
    person: { title: '没有这个人的记录', remedy: '可能已被抹除。请刷新列表。' },
  },
  SECRET_MISSING: {
    missing: { title: '还没有填写 AppSecret', remedy: '到“公众号”里填写 AppSecret，其余设置都还在。' },
    unreadable: {
      title: 'AppSecret 需要重新填写',
      remedy: '它是由另一个系统用户或另一台机器加密的，这里解不开。到“公众号”里再填一次，其余设置都还在。',
    },
    corrupt: {
      title: 'AppSecret 需要重新填写',
      remedy: '它在磁盘上的数据已损坏。到“公众号”里再填一次，其余设置都还在。',
    },
    forgotten: {
      title: 'AppSecret 需要重新填写',
      remedy: '它上次只放在内存里，关注台退出后就没有了。到“公众号”里再填一次，其余设置都还在。',
    },
  },
  VAULT_UNAVAILABLE: {
    title: '这台机器无法安全保存密钥',
    remedy: '系统钥匙串不可用。请解锁或启用系统钥匙串，然后重新启动关注台。',
  },
  VAULT_UNDECIDED: {
    weak: {
      title: '先决定密钥怎么保存',
      remedy: '这台机器没有可用的系统钥匙串。到“设置”里选择弱加密保存，或只放在内存里；填写的内容还在。',
    },
    unavailable: {
      title: '先决定密钥怎么保存',
      remedy: '系统钥匙串不可用。解锁它再试，或到“设置”里选择只放在内存里；填写的内容还在。',
    },
  },
  IMPORT_REFUSED: {
    not_an_export: {
      title: '这不是关注台导出的文件',
      remedy: '请选择以 .followdesk 结尾的导出文件。没有任何改动。',
    },
    newer_version: {
      title: '这个文件来自更新的版本',
      remedy: '请先把关注台升级到同样新的版本，再导入。没有任何改动。',
    },
    damaged: {
      title: '文件已损坏',
      remedy: '它在传输或保存时被改动过。请重新复制一份，或重新导出。没有任何改动。',
    },
    wrong_password: {
      title: '密码不对',
      remedy: '请输入导出时设的密码。忘记了只能在原来的机器上重新导出。没有任何改动。',
    },
  },
  WRONG_TOKEN_MODE: {
    title: '当前的获取方式不支持这样做',
    remedy: '只有“稳定版接口”可以强制刷新；共享方式的凭据由贵方的服务管理。可在“公众号”里更改获取方式。',
  },
  TOKEN_SERVICE_FAILED: {
    not_set: { title: '还没有填写凭据服务的地址', remedy: '到“公众号”里填写地址，或改用稳定版接口。' },
    unreachable: { title: '连不上贵方的凭据服务', remedy: '请检查它的地址和网络，再找管理它的人。' },
    refused: { title: '凭据服务拒绝了密钥', remedy: '请向管理它的人核对密钥，到“公众号”里重新填写。' },
    http_status: { title: '凭据服务返回异常状态', remedy: '请把状态码告诉管理它的人。' },
    bad_reply: { title: '凭据服务的回应不是 JSON', remedy: '请核对地址；它可能指向了登录页。' },
    no_token: { title: '回应里找不到凭据', remedy: '请核对指向 access_token 的 JSON 指针。' },
    expired: { title: '凭据服务给的凭据已过期', remedy: '请管理它的人检查它是否还在刷新凭据。' },
  },
  WECHAT_REFUSED: {
    title: '微信拒绝了请求',
    unexplained: '这个错误码没有收录。请凭 rid 在微信开发者平台查询，或稍后重试。',
    addIp: '把 IP {{ip}} 加入公众号的 IP 白名单，几分钟后重试。',
  },
  WECHAT_UNREACHABLE: {
    network: { title: '连不上微信', remedy: '请检查这台机器的网络、代理和防火墙。' },
    timeout: { title: '微信没有及时回应', remedy: '网络可能较慢，请稍后重试。' },
    bad_reply: {
      title: '收到的不是微信的回应',
      remedy: '网络里可能有登录页或代理在拦截，也可能接口地址填错。请先检查网络和接口地址。',
    },
    http_status: {
      title: '微信接口返回异常状态',
      remedy: '请稍后重试；若持续出现，请检查接口地址是否填对。',
    },
  },
  STORAGE_FAILED: {
    full: { title: '磁盘已满', remedy: '没有任何改动被保存。请清理磁盘空间后重试。' },
    read_only: { title: '数据文件夹只读', remedy: '没有任何改动被保存。请检查数据文件夹的权限后重试。' },
    other: { title: '数据文件夹无法写入', remedy: '没有任何改动被保存。请检查磁盘后重试。' },
  },
  PORT_IN_USE: {
    title: '端口 {{port}} 已被占用',
    remedy: '关闭占用它的程序，或换一个端口。',
    offered: '可以改用端口 {{offeredPort}}。',
  },
  LISTEN_FAILED: {
    PORT_FORBIDDEN: {
      title: '系统不允许使用端口 {{port}}',
      remedy: '1024 以下的端口通常需要管理员权限，请换一个更大的端口。',
    },
    ADDRESS_UNKNOWN: {
      title: '这台机器上没有这个地址',
      remedy: '请改用本机的地址；0.0.0.0 表示所有网卡。原来的回调地址仍在使用。',
    },
    LISTEN_FAILED: { title: '端口 {{port}} 无法打开', remedy: '请换一个端口。原来的回调地址仍在使用。' },
  },
  NOT_RECHECKABLE: {
    title: '这次扫码无法重新查询',
    remedy: '微信没有告诉我们访客的 openid，请访客重新扫码。',
  },
  LOCKED: {
    locked: { title: '这里已锁定', remedy: '请输入 PIN 解锁，再试一次。没有任何改动。' },
    kiosk: {
      title: '自助模式下不能这样做',
      remedy: '请让负责人输入 PIN 退出自助模式，再试一次。没有任何改动。',
    },
  },
  WRONG_PIN: {
    pin: 'PIN 不对',
    app_secret: '这里没有公众号用这个 AppSecret',
    left: '还可以再试 {{count}} 次。',
    wait: '请等 {{seconds}} 秒再试。',
  },
  PIN_MISSING: { title: '还没有设置 PIN', remedy: '没有 PIN 就没法退出自助模式。请先设置一个。' },
  TOO_SOON: { title: '操作太频繁', remedy: '请在 {{seconds}} 秒后再试。' },
  BAD_REQUEST: { title: '填写的内容不符合要求', remedy: '请检查填写的内容后重试。' },
  UNAUTHORIZED: { title: '登录已失效', remedy: '请重新打开终端里打印的链接。' },
  hostUnreachable: { title: '连不上关注台主程序', remedy: '请确认关注台仍在运行，然后重试。' },
  hostFailed: { title: '关注台内部出错', remedy: '请重试；如果再次出现，请把详情发给维护者。' },
  facts: {
    status: 'HTTP 状态',
    code: '错误',
    errcode: '微信错误码',
    rid: 'rid',
    endpoint: '接口',
    ip: '需加入白名单的 IP',
    message: '消息',
    port: '端口',
    backend: '钥匙串',
    id: '编号',
  },
} as const;
