/**
 * What WeChat's own consoles call things, as written there: they are in Chinese only, so both languages show
 * these words. Consoles move; the guide says where to look and does not promise it.
 */

/** The administrator's console, where domains and proof files are entered. */
const ADMIN_CONSOLE = 'https://mp.weixin.qq.com';

/** Where anybody with a WeChat gets a test account by scanning. */
export const TEST_ACCOUNT_PAGE = 'https://mp.weixin.qq.com/debug/cgi-bin/sandbox?t=sandbox/login';

/** Ways through the consoles; several where the place has moved or may move. */
export const PATHS = {
  /** @see https://developers.weixin.qq.com/doc/service/guide/dev/api */
  credentials: [
    ['微信开发者平台', '我的业务', '公众号 / 服务号', '基础信息 · 开发密钥'],
    ['公众平台', '设置与开发', '基本配置'],
  ],
  testCredentials: [['测试号管理', '测试号信息']],
  whitelist: [
    ['微信开发者平台', '我的业务', '公众号 / 服务号', '开发密钥', 'API IP白名单'],
    ['公众平台', '设置与开发', '基本配置', 'IP白名单'],
  ],
  domain: [['公众平台', '设置与开发', '账号设置', '功能设置', '网页授权域名']],
  testDomain: [['测试号管理', '体验接口权限表', '网页帐号', '网页授权获取用户基本信息', '修改']],
} as const satisfies Record<string, readonly (readonly string[])[]>;

export type ConsolePathName = keyof typeof PATHS;

/** The page each way begins at, to be opened in a browser. */
export function consoleAddressOf(name: ConsolePathName): string {
  return name === 'testCredentials' || name === 'testDomain' ? TEST_ACCOUNT_PAGE : ADMIN_CONSOLE;
}

/** Boxes and buttons the wording speaks of. */
export const WORDS = {
  domainBox: '网页授权域名',
  testDomainBox: '网页授权获取用户基本信息',
  whitelistBox: 'IP白名单',
  save: '保存',
  serviceAccount: '服务号',
  testAccount: '测试号',
} as const;
