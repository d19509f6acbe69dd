/** What `followdesk` says, in Chinese; the English wording has the same keys. Machine output (--json) has none of it. */
import { chineseReasons } from './reasons.ts';

const usage = `用法：followdesk <命令> [选项]

  lookup OPENID… | -     查询 openid 是否关注（“-”从标准输入读取，分隔符不限）
      --account 公众号       id、AppID 或名称；只有一个公众号时可省略
  scans                  扫码记录，最新的在前
      --entry 入口 --account 公众号 --openid OPENID --verdict followed|not_followed|unknown
      --reason 原因 --annulled true|false --from 时间 --to 时间 --limit 50
  export scans           把扫码记录写成文件，可加上面的筛选选项
  export lookup --id ID  把一次查询的结果写成文件
      --format csv|xlsx|jsonl  省略时看 --out 的扩展名
      --out 文件               “-”写到标准输出；省略时用关注台起的名字
      --mask                   openid 和 unionid 只留首尾四个字符
  doctor                 诊断；有公众号不正常时退出码为 1
      --account 公众号
  accounts               列出公众号
  simulate [选项]        启动模拟微信（选项同 npm run simulate）

  --url 地址    关注台控制台的地址，如 http://127.0.0.1:5181     FOLLOWDESK_URL
  --token 令牌  登录令牌；命令行人人可见，请优先用环境变量       FOLLOWDESK_CONSOLE_TOKEN
  --json        每行一个 JSON 对象
  --help

  时间写作 2026-11-23（当天零点）、2026-11-23T09:00（本机时区）或 2026-11-23T09:00:00Z。
  退出码：0 正常 · 1 结果不正常或不完整 · 2 命令写错 · 3 连不上关注台 · 4 令牌不对 · 5 关注台报错 · 70 程序出错
`;

export const chinese = {
  usage,
  noCommand: '没有这个命令。可用的命令有：lookup、scans、export、doctor、accounts、simulate。',
  badOption: (option: string) => `选项 ${option} 写错了，或者缺少它的值。用 followdesk --help 查看用法。`,
  notAnOption: (option: string, command: string) => `${command} 没有选项 ${option}。`,
  tooMuch: (command: string) => `${command} 后面多写了东西。用 followdesk --help 查看用法。`,
  notOneOf: (option: string, values: readonly string[]) => `${option} 只能是 ${values.join('、')}。`,
  notACount: (option: string) => `${option} 必须是大于 0 的整数。`,
  notATime: (option: string) => `${option} 必须是时间，如 2026-11-23 或 2026-11-23T09:00。`,
  whatToExport: '请写明导出什么：export scans，或 export lookup --id ID。',
  lookupId: '请用 --id 写明导出哪一次查询；控制台“查询”页的历史里有它。',
  whichFormat: '请用 --format csv、xlsx 或 jsonl 写明格式。',
  noOpenids: '没有 openid。请写在命令后面，或用 followdesk lookup - 从标准输入读取。',
  noUrl:
    '不知道关注台在哪里。请设置 FOLLOWDESK_URL，或加 --url；地址就是 npm run headless 启动时打印的 consoleUrl。',
  badUrl: '--url 必须是 http://127.0.0.1:5181 这样的地址。',
  noToken:
    '没有登录令牌。请设置 FOLLOWDESK_CONSOLE_TOKEN；令牌就是 npm run headless 启动时打印的 consoleToken。',
  badToken: '登录令牌里有空格或看不见的字符，请重新复制。',
  whichAccount: (names: readonly string[]) => `有多个公众号，请用 --account 指明：${names.join('、')}。`,
  noAccount: '还没有公众号。请先在控制台的“公众号”页添加一个。',
  unknownAccount: (given: string) => `没有公众号“${given}”。followdesk accounts 列出全部。`,
  unknownEntry: (given: string) => `没有入口“${given}”。请用控制台里的入口名称或 id。`,
  ambiguousEntry: (given: string) => `有多个入口叫“${given}”。请用 id，或加 --account。`,
  cannotWrite: (file: string, cause: string) => `写不了 ${file}（${cause}）。请换一个 --out，或腾出空间。`,
  cannotPrint: (cause: string) => `结果写不出去（${cause}），因此不完整。请腾出空间，再试一次。`,
  exists: (file: string) => `${file} 已经存在。请用 --out 写明文件名（会覆盖）。`,
  simulateElsewhere: '这里没有模拟器的源码。请在关注台的源码目录里运行 npm run simulate。',

  unreachable: (url: string) =>
    `${url} 没有关注台在运行。请先启动（npm run headless），并核对 FOLLOWDESK_URL：端口可能已经变了。`,
  notFollowDesk: (url: string) => `${url} 有程序应答，但不是这个版本的关注台。请核对 FOLLOWDESK_URL。`,
  wrongToken:
    '登录令牌不对，或已经失效。关注台每次启动都会换令牌，请用最新打印的 consoleToken；想固定，就用 FOLLOWDESK_CONSOLE_TOKEN 启动它。',
  forbidden: (url: string) =>
    `${url} 拒绝了这个地址。控制台只认 127.0.0.1 和 localhost，且端口不能经过转换。`,
  cutShort: '与关注台的连接中途断了，结果不完整。请重新运行。',
  hostFailed: '关注台内部出错。请查看它的日志，再试一次；仍不行，请把日志发给维护者。',
  badRequest: (issues: string) => `关注台看不懂这个请求：${issues}`,
  unexpected: (detail: string) => `程序出错：${detail}。请把这一行发给维护者。`,
  errcode: (code: number, meaning: string, remedy: string) => `微信返回 ${code}：${meaning}${remedy}`,
  kinds: {
    account: '公众号',
    entry: '入口',
    scan: '扫码记录',
    error_code: '错误码',
    backup: '备份',
    verification_file: '验证文件',
    lookup: '查询',
    tag: '标签',
    person: '用户',
  },
  errors: {
    NOT_FOUND: '没有这样东西，它可能已被删除。',
    SECRET_MISSING: '这个公众号的 AppSecret 缺失或打不开。请在控制台的“公众号”页重新输入。',
    VAULT_UNAVAILABLE: '这台机器没有地方安全存放密钥。请在控制台的“设置”页查看。',
    VAULT_UNDECIDED: '还没有决定密钥怎么保存。请在控制台的“设置”页决定。',
    IMPORT_REFUSED: '这个文件不能导入。',
    WRONG_TOKEN_MODE: '这个公众号的 token 模式不支持这样做。请在“公众号”页查看。',
    TOKEN_SERVICE_FAILED: '单位的 token 服务没有给出 access_token。请在“公众号”页测试它。',
    WECHAT_REFUSED: '微信拒绝了请求。请在“诊断”页运行检查。',
    WECHAT_UNREACHABLE: '连不上微信。请检查这台机器的网络和代理，再试一次。',
    STORAGE_FAILED: '数据目录写不了：磁盘满了，或者只读。请处理后再试。',
    PORT_IN_USE: '端口被占用。',
    LISTEN_FAILED: '回调地址用不了。',
    NOT_RECHECKABLE: '这条扫码记录没有 openid，请访客重新扫码。',
    LOCKED: '控制台已锁定。请先在那里输入 PIN。',
    WRONG_PIN: 'PIN 不对。',
    PIN_MISSING: '还没有设置 PIN。请先在控制台的“设置”页设置。',
    TOO_SOON: '太快了，请过一会儿再试。',
  },

  reasons: chineseReasons,
  reason: (name: string, explained: string) => `${name}：${explained}`,
  verdicts: { followed: '已关注', not_followed: '未关注', unknown: '未知' },
  columns: {
    openid: 'openid',
    verdict: '结果',
    reason: '原因',
    errcode: '错误码',
    followedAt: '关注时间',
    scene: '关注场景',
    remark: '备注',
    scannedAt: '扫码时间',
    entry: '入口',
    param: '参数',
    visits: '次数',
    id: 'id',
    name: '名称',
    appId: 'AppID',
    secret: '密钥',
    publicUrl: '公网地址',
    check: '检查',
    state: '状态',
    cause: '原因',
    facts: '详情',
  },
  states: { ok: '正常', warning: '注意', failed: '失败', skipped: '跳过' },
  annulled: '已作废',
  sandbox: '沙盒',
  healthy: '正常',
  unhealthy: '不正常',
  doctorRemedies: (url: string) => `每一项怎么处理，见控制台的“诊断”页：${url}`,
  noScans: '没有符合条件的扫码。',
  moreScans: (limit: number) =>
    `只列出最新的 ${limit} 条；更多请加大 --limit，或用 followdesk export scans。`,
  lookupProgress: (answered: number, asked: number) => `已查询 ${answered}/${asked}`,
  lookupWaiting: (at: string) => `达到微信的频率限制，${at} 自动继续（Ctrl-C 暂停）`,
  lookupDone: (facts: { asked: number; followed: number; notFollowed: number; unknown: number }) =>
    `共 ${facts.asked} 个：已关注 ${facts.followed}，未关注 ${facts.notFollowed}，未知 ${facts.unknown}`,
  lookupStopped: (state: string, reason: string) =>
    `查询没有完成（${state}${reason === '' ? '' : `：${reason}`}）。已有的结果保留着，可在控制台的“查询”页继续。`,
  lookupPaused: '已暂停。已有的结果保留着，可在控制台的“查询”页继续。',
  exportProgress: (rows: number, expected: number) => `已写 ${rows}/${expected} 行`,
  exported: (rows: number, file: string) => `${rows} 行已写入 ${file}`,
};

/** The same keys, each with words of its own. */
export type Text = typeof chinese;
