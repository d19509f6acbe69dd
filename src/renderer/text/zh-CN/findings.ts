/** What the doctor finds, in words: checks, causes, public-URL rules, facts, who acts. */
export const findings = {
  title: '检查结果',
  healthy: '全部正常',
  unhealthy: '{{count}} 项需要处理',
  at: '{{time}} 检查',
  running: '正在检查，最多需要十几秒…',
  states: { ok: '正常', warning: '注意', failed: '有问题', skipped: '未检查' },
  actor: '由谁处理：{{who}}',
  actors: {
    none: '无需处理',
    operator: '您，在这台机器上',
    admin: '公众号管理员',
    wechat: '微信',
    app: '关注台的维护者',
    user: '访客',
  },
  /** A check that waits for another one. */
  after: '请先处理“{{check}}”。',
  checks: {
    credentials: {
      name: '凭据',
      ok: '微信今天接受这对 AppID 和 AppSecret。',
      warning: 'AppID 或 AppSecret 可能有问题。',
      failed: 'AppID 或 AppSecret 不可用。',
      skipped: '没有验证 AppSecret。',
    },
    whitelist: {
      name: 'IP 白名单',
      ok: '微信允许这台机器获取 access_token。',
      warning: '本机公网 IP 变过。',
      failed: '微信不允许这台机器的 IP。',
      skipped: '没有检查 IP 白名单。',
    },
    token: {
      name: 'access_token',
      ok: 'access_token 有效，没有别的系统干扰。',
      warning: 'access_token 可用，但不太稳定。',
      failed: '拿不到可用的 access_token。',
      skipped: '没有检查 access_token。',
    },
    api_reachable: {
      name: '微信接口',
      ok: '能连上微信接口。',
      warning: '能连上微信接口，但不太顺畅。',
      failed: '连不上微信接口。',
      skipped: '没有检查微信接口。',
    },
    user_info: {
      name: '关注查询',
      ok: '这个账号可以查询是否关注。',
      warning: '查询是否关注可能受限。',
      failed: '不能查询是否关注。',
      skipped: '没有检查关注查询。',
    },
    quota: {
      name: '查询额度',
      ok: '今天的查询次数充足。',
      warning: '今天的查询次数所剩不多。',
      failed: '今天的查询次数用完了。',
      skipped: '不知道今天还能查询多少次。',
    },
    callback: {
      name: '回调服务',
      ok: '回调服务正在运行。',
      warning: '回调服务可能有问题。',
      failed: '回调服务没有运行。',
      skipped: '没有检查回调服务。',
    },
    public_url: {
      name: '公网地址',
      ok: '公网地址符合微信的要求。',
      warning: '公网地址可能不合微信的要求。',
      failed: '公网地址不合微信的要求。',
      skipped: '没有需要检查的公网地址。',
    },
    dns: {
      name: '域名解析',
      ok: '域名能解析到公网地址。',
      warning: '域名解析的结果可疑。',
      failed: '域名解析不出来。',
      skipped: '没有检查域名解析。',
    },
    tls: {
      name: 'HTTPS 证书',
      ok: '手机会接受这张证书。',
      warning: '证书现在有效，但要留意。',
      failed: '手机会拒绝这张证书。',
      skipped: '没有检查证书。',
    },
    reachability: {
      name: '公网可达',
      ok: '手机能经由公网地址回到这个关注台。',
      warning: '公网地址不一定能回到这个关注台。',
      failed: '公网地址到不了这个关注台。',
      skipped: '没有检查公网可达。',
    },
    verification_file: {
      name: '域名验证文件',
      ok: '验证文件在公网地址上，一字不差。',
      warning: '还不能在微信后台保存域名。',
      failed: '微信现在取不到正确的验证文件。',
      skipped: '没有检查验证文件。',
    },
    clock: {
      name: '时钟',
      ok: '这台机器的时间准确。',
      warning: '这台机器的时间有偏差。',
      failed: '这台机器的时间偏差太大。',
      skipped: '没有可以对照的时间。',
    },
  },
  causes: {
    secret_missing: { title: '还没有填写 AppSecret', remedy: '到“公众号”里填写 AppSecret。' },
    secret_unreadable: {
      title: 'AppSecret 解不开',
      remedy: '它由另一个系统用户或另一台机器加密。到“公众号”里重新填写，其余设置都还在。',
    },
    secret_corrupt: {
      title: 'AppSecret 的数据已损坏',
      remedy: '到“公众号”里重新填写，其余设置都还在。',
    },
    wrong_app_id: {
      title: 'AppID 不对',
      remedy: '微信不认识它。请从微信开发者平台 > 我的业务 > 公众号/服务号 重新复制 AppID（以 wx 开头）。',
    },
    wrong_secret: {
      title: 'AppSecret 不对',
      remedy:
        '它与 AppID 不匹配，或已被重置。请管理员在微信开发者平台 > 我的业务 > 公众号/服务号 重置 AppSecret（要用管理员自己的手机确认，只显示一次），再到“公众号”里填写。',
    },
    secret_frozen: {
      title: 'AppSecret 已被冻结',
      remedy:
        '请管理员在微信开发者平台 > 我的业务 > 公众号/服务号 解冻 AppSecret，约 10 分钟后生效。已拿到的 access_token 在到期前仍可用。',
    },
    token_comes_from_service: {
      title: 'access_token 由贵方的凭据服务提供，关注台不用 AppSecret 去换它。',
      remedy: '无需处理。',
    },

    ip_not_listed: {
      title: '本机公网 IP 不在白名单',
      remedy:
        '请管理员打开微信开发者平台 > 我的业务 > 公众号/服务号 > IP白名单，加入 {{ip}}，并用管理员自己的手机确认。几分钟后生效。',
    },
    new_ip_not_listed: {
      title: '本机公网 IP 变了，新的不在白名单',
      remedy:
        '以前用的是 {{previousIp}}，现在是 {{ip}}。请管理员打开微信开发者平台 > 我的业务 > 公众号/服务号 > IP白名单，加入 {{ip}}，并用管理员自己的手机确认。IP 常变时，请办理固定 IP，或经由有固定 IP 的中转。',
    },
    ip_awaits_admin: {
      title: '微信在等管理员确认这个 IP',
      remedy: '微信已通知公众号管理员。请管理员在自己的手机上同意，再检查一次；同意之前不要反复重试。',
    },
    ip_rejected_1h: {
      title: '管理员拒绝了这个 IP，1 小时内不能用',
      remedy: '请先与管理员说好，1 小时后再试，并请管理员在手机上同意。再被拒绝就要等 24 小时。',
    },
    ip_rejected_24h: {
      title: '管理员两次拒绝了这个 IP，24 小时内不能用',
      remedy: '请先与管理员说好，24 小时后再试；急用时换一个有固定 IP 的出口。',
    },
    ip_changed: {
      title: '本机公网 IP 与以前不同',
      remedy:
        '以前用的是 {{previousIp}}，现在是 {{ip}}，目前可用。没有固定 IP 的网络还会再变，一变就会被拒绝：请办理固定 IP，或经由有固定 IP 的中转。',
    },

    token_taken: {
      title: '另一个系统也在获取这个公众号的 access_token',
      remedy:
        '它大约在 {{takenAbout}} 获取过，使这里的提前失效。请两边都改用“稳定版接口”，并且都不强制刷新；或者停掉另一个系统。',
    },
    token_fetches_low: {
      title: '今天获取 access_token 的次数快用完了',
      remedy:
        '今天已获取 {{fetchesToday}} 次，上限 {{dailyLimit}} 次。请改用“稳定版接口”，并找出谁在频繁获取。',
    },
    service_not_set: {
      title: '还没有填写凭据服务的地址',
      remedy: '到“公众号”里填写地址，或改用稳定版接口。',
    },
    service_unreachable: {
      title: '连不上贵方的凭据服务',
      remedy: '请检查它的地址和网络，再找管理它的人。微信本身不受影响。',
    },
    service_refused: {
      title: '凭据服务拒绝了密钥',
      remedy: '请向管理它的人核对密钥，到“公众号”里重新填写。',
    },
    service_http_status: {
      title: '凭据服务返回异常状态',
      remedy: '请把状态码 {{status}} 告诉管理它的人。',
    },
    service_bad_reply: {
      title: '凭据服务的回应不是 JSON',
      remedy: '请核对它的地址；它可能指向了登录页。',
    },
    service_no_token: {
      title: '凭据服务的回应里找不到 access_token',
      remedy: '请到“公众号”里核对指向 access_token 的 JSON 指针。',
    },
    service_expired: {
      title: '凭据服务给的 access_token 已过期',
      remedy: '请管理它的人检查它是否还在刷新。',
    },

    offline: {
      title: '这台机器没有网络',
      remedy: '请检查网线、Wi-Fi 和路由器。恢复后不必重启关注台。',
    },
    dns: {
      title: '查不到接口地址的域名',
      remedy: '网络还通，但域名解析失败。请检查这台机器的 DNS 设置；接口地址若是自己填的，请核对拼写。',
    },
    refused: {
      title: '对方拒绝了连接',
      remedy: '{{url}} 上没有服务，或被防火墙拒绝。请核对接口地址；用中转时，请确认中转在运行。',
    },
    timeout: {
      title: '微信接口没有及时回答',
      remedy: '请检查防火墙是否允许访问 {{url}}，网络是否拥塞；也可以在“公众号”里换一个接口地址。',
    },
    tls: {
      title: '加密连接失败',
      remedy: '请把系统错误 {{detail}} 交给网络管理员。关注台不会跳过证书检查。',
    },
    tls_time: {
      title: '接口的证书好像不在有效期内',
      remedy:
        '多半是这台机器的时间不对：请打开系统的自动校时。如果时间准确，就是网络里有设备替换了证书，请找网络管理员。',
    },
    tls_intercepted: {
      title: '网络里有设备替换了接口的证书',
      remedy:
        '公司的安全设备或代理常这样做。请向网络管理员要它的根证书，用环境变量 NODE_EXTRA_CA_CERTS 交给关注台，再重新启动。关注台不会跳过证书检查。',
    },
    proxy: {
      title: '代理没有放行',
      remedy: '请到“设置”里核对代理的地址、用户名和密码，或请代理的管理员放行 {{url}}。',
    },
    slow: { title: '微信接口回应缓慢', remedy: '请检查这台机器的网络和代理。' },

    wrong_kind: {
      title: '这类账号没有这个权限',
      remedy: '网页授权和查询关注需要已认证的服务号。想先试用，可以申请一个测试号。',
    },
    kind_not_said: {
      title: '这个账号没有这个权限',
      remedy:
        '需要已认证的服务号，或测试号。请在“公众号”里选好账号类型；已经是认证服务号的，请管理员检查认证是否过期、“接口权限”里是否已获得用户信息接口。',
    },
    not_verified: {
      title: '这个服务号没有这个权限',
      remedy:
        '请管理员在公众平台检查：微信认证是否过期，“接口权限”里是否已获得用户信息接口。由第三方平台代管的，要把用户管理权限授权给它。找微信客服时请附上 rid。',
    },
    test_not_allowed: {
      title: '测试号本来有这个权限',
      remedy: '请核对 AppID 和 AppSecret 是不是测试号页面上的那一对，再找微信客服，并附上 rid。',
    },

    quota_low: {
      title: '今天的查询次数快用完了',
      remedy: '北京时间零点恢复。急用时，管理员可以在公众平台清零额度，每月 10 次。',
    },
    quota_used_up: {
      title: '今天的查询次数用完了',
      remedy: '北京时间零点恢复。急用时，管理员可以在公众平台清零额度，每月 10 次。',
    },
    quota_unknown: {
      title: '微信没有说，或中转不放行这个问题。',
      remedy: '不影响使用。',
    },

    port_in_use: { title: '端口被占用', remedy: '到“设置”换一个端口，或关闭占用它的程序。' },
    port_forbidden: { title: '系统不允许使用这个端口', remedy: '到“设置”换一个 1024 以上的端口。' },
    address_unknown: { title: '这台机器没有这个地址', remedy: '到“设置”改成本机的地址。' },
    listen_failed: { title: '端口打不开', remedy: '到“设置”换一个端口。' },

    not_set: {
      title: '没有设置公网地址',
      remedy: '在这个公众号或“设置”里填写手机能访问的地址。',
    },
    sandbox: { title: '沙盒的手机就在这台机器上，用不着它。', remedy: '无需处理。' },

    name_unknown: {
      title: '域名没有解析记录',
      remedy: '请到域名服务商为 {{host}} 添加解析，或核对拼写。免费隧道的域名会变：请填现在的那一个。',
    },
    no_resolver: {
      title: '域名服务器没有回答',
      remedy: '这台机器可能没有网络，或 DNS 设置不对。',
    },
    private_address: {
      title: '域名指向内网地址',
      remedy: '外面的手机打不开它。测试号的手机在同一个 Wi-Fi 里时可以这样用；正式使用请解析到公网地址。',
    },
    fake_address: {
      title: '这台机器上的代理软件给了假地址',
      remedy:
        '从这里看不到真实的解析结果。请在代理软件里让 {{host}} 直连，或用手机的流量打开公网地址看一看。',
    },
    no_name: { title: '公网地址用的是 IP，没有域名可查。', remedy: '正式公众号需要域名。' },

    cert_expired: {
      title: '证书已过期',
      remedy: '请续签证书并让服务器重新加载。若证书其实有效，请检查这台机器的时间。',
    },
    cert_not_yet_valid: {
      title: '证书还没有生效',
      remedy: '请检查签发时间；更常见的是这台机器的时间不对：请打开系统的自动校时。',
    },
    cert_wrong_name: {
      title: '证书上没有这个域名',
      remedy: '证书只写了 {{names}}。请为 {{host}} 签发证书，或填证书上的域名。',
    },
    cert_self_signed: {
      title: '证书是自己签发的',
      remedy: '手机不会接受它。请换成受信任机构签发的证书，有免费的可用。',
    },
    cert_unknown_issuer: {
      title: '证书的签发者不受信任',
      remedy: '手机不会接受它。请换成受信任机构签发的证书；若只有这台机器不认，请检查网络里的安全设备。',
    },
    cert_incomplete_chain: {
      title: '证书链不完整',
      remedy: '服务器只发了自己的证书。请配置包含中间证书的完整证书链文件（常叫 fullchain.pem）。',
    },
    expires_soon: {
      title: '证书快到期了',
      remedy: '有效至 {{validTo}}。请检查自动续签是否正常，不要等到活动当天。',
    },
    old_tls: { title: '服务器只支持过时的加密', remedy: '请在服务器上启用 TLS 1.2 或 1.3。' },
    not_tls: {
      title: '这个端口上不是 HTTPS',
      remedy: '请检查反向代理是否在这个端口启用了 HTTPS，或地址里的端口是否写对。',
    },
    tls_failed: { title: 'HTTPS 连接失败', remedy: '请把系统错误 {{detail}} 交给管理服务器的人。' },
    no_tls: { title: '公网地址不是 https，没有证书。', remedy: '正式公众号请使用 https。' },
    not_seen: {
      title: '没有连上，看不到证书。',
      remedy: '请看“公网可达”。',
    },

    redirected: {
      title: '公网地址跳转到别处',
      remedy: '它跳到了 {{location}}。请填跳转之后的地址，或在代理里去掉跳转。',
    },
    not_followdesk: {
      title: '回答的不是关注台',
      remedy:
        '可能是隧道的提示页，或别的网站。请检查隧道或反向代理是否转发到关注台的回调端口；有提示页的免费隧道不能用。',
    },
    another_followdesk: {
      title: '回答的是另一个关注台',
      remedy: '请把隧道或反向代理改到这台机器的回调端口，或停掉另一个关注台。',
    },
    http_status: {
      title: '公网地址返回异常状态',
      remedy: '状态码 {{status}}。请检查隧道或反向代理是否转发到关注台的回调端口。',
    },
    no_answer: {
      title: '公网地址没有及时回答',
      remedy:
        '有些路由器不让机器访问自己的公网地址。请用手机的流量打开公网地址的 /healthz：看到 ok 就没有问题。',
    },
    unreachable: {
      title: '公网地址打不开',
      remedy: '请检查隧道或反向代理是否在运行，防火墙是否放行。',
    },

    none_yet: {
      title: '还没有验证文件',
      remedy:
        '请管理员在公众号设置 > 功能设置 > 网页授权域名 下载 MP_verify_….txt，交给关注台，再回去点保存。域名早已保存过的，不用理会。',
    },
    not_served: {
      title: '公网地址上没有 {{file}}',
      remedy: '状态码 {{status}}。请让反向代理把这个文件也转发到关注台，或把它放到网站根目录。',
    },
    html_instead: {
      title: '取 {{file}} 时得到的是网页',
      remedy: '反向代理或隧道用自己的页面回答了。请让它把这个文件转发到关注台。',
    },
    wrong_text: {
      title: '{{file}} 的内容不一样',
      remedy: '网站上可能有一个旧的同名文件。请删掉它，或重新从微信后台下载后交给关注台。',
    },
    file_redirected: {
      title: '取 {{file}} 时被跳转到别处',
      remedy: '微信不跟随跳转。请让它在原来的地址直接返回。',
    },
    not_needed: { title: '这类账号不用验证文件。', remedy: '无需处理。' },

    skewed: { title: '与微信的时间不一致', remedy: '请打开系统的自动校时。' },
    far_off: {
      title: '与微信的时间相差太多',
      remedy: '请打开系统的自动校时。时间不对，扫码记录的时刻就是错的，加密连接也可能失败。',
    },
    certificate_time: {
      title: '这台机器的时间很可能不对',
      remedy: '微信接口的证书在这里看起来不在有效期内。请打开系统的自动校时。',
    },
    no_time: { title: '微信接口没有给出时间。', remedy: '请看“微信接口”。' },
  },
  urlRules: {
    not_a_url: { title: '这不是完整的网址', remedy: '请写成 https://域名 的形式。' },
    not_https: { title: '不是 https', remedy: '正式公众号请使用 https；测试号和局域网可以用 http。' },
    has_password: {
      title: '地址里有用户名或密码',
      remedy: '每部手机都会看到它，微信也不接受。请去掉“@”和它前面的部分。',
    },
    has_port: {
      title: '带有端口',
      remedy: '正式公众号的回调只能走 80 或 443 端口：请用反向代理去掉端口。',
    },
    upper_case: { title: '域名里有大写字母', remedy: '请全部改成小写，否则微信会报 10003。' },
    underscore: { title: '域名里有下划线', remedy: '微信只接受字母、数字和“-”，请换一个域名。' },
    not_ascii: {
      title: '域名里有英文以外的文字',
      remedy: '微信只接受字母、数字和“-”。请填它以 xn-- 开头的形式，或换一个域名。',
    },
    is_ip: { title: '是 IP 而不是域名', remedy: '正式公众号需要已备案的域名；测试号可以用 IP。' },
    loopback: {
      title: '只有这台机器能打开',
      remedy: '手机打不开它。请填手机能访问的地址；沙盒不受影响。',
    },
    local_name: {
      title: '是局域网里的名字',
      remedy: '外面的手机和微信都不认识它。请填公网域名；测试号可以用局域网 IP。',
    },
    has_path: {
      title: '域名后面还有路径',
      remedy: '公众平台的网页授权域名必须填同样的路径，或者把这里的路径去掉。',
    },
    too_long: {
      title: '地址太长',
      remedy: '授权链接会超过 1000 个字符，有些手机打不开。请用短一些的地址。',
    },
  },
  unworded: '原因：{{cause}}',
  facts: {
    ip: '本机公网 IP',
    previousIp: '以前的 IP',
    seenAt: '以前的 IP 最后见于',
    rid: 'rid',
    ms: '用时',
    url: '地址',
    status: 'HTTP 状态',
    location: '跳转到',
    detail: '系统错误',
    endpoint: '接口',
    errcode: '微信错误码',
    kind: '类型',
    port: '端口',
    offeredPort: '可用端口',
    appId: 'AppID',
    accountKind: '账号类型',
    mode: '获取方式',
    ageSeconds: '已用',
    fetchedAt: '获取于',
    expiresAt: '有效至',
    fetchesToday: '今天已获取',
    dailyLimit: '每天上限',
    noticedAt: '发现于',
    takenAbout: '另一个系统获取于',
    used: '今天已查询',
    remain: '今天还能查询',
    rules: '不合的规则',
    host: '域名',
    addresses: '解析到',
    issuer: '签发者',
    validFrom: '生效于',
    validTo: '到期于',
    protocol: '加密协议',
    names: '证书上的域名',
    page: '网页标题',
    file: '文件',
    files: '文件',
    said: '取到的内容',
    skewSeconds: '相差',
    wechatTime: '微信的时间',
  },
  accountKinds: { service: '认证服务号', test: '测试号', other: '其他账号' },
  tokenModes: { stable: '稳定版接口', classic: '普通接口', shared: '贵方的凭据服务' },
  report: { title: '关注台检查报告', account: '公众号', at: '检查时间' },
} as const;
