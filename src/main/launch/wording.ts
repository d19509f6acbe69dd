/** What `npm start` says in the terminal: Chinese and English in one line, since it cannot know who reads it. */
import type { WhyBrowser } from './decide-host.ts';

const REASONS: Record<WhyBrowser, readonly [zh: string, en: string]> = {
  no_display: [
    'Electron 打不开窗口，因为没有图形界面',
    'Electron cannot open a window, because there is no display',
  ],
  root: ['Electron 的沙箱无法在 root 用户下运行', 'Electron’s sandbox does not run as root'],
  not_installed: ['没有安装 Electron', 'Electron is not installed'],
  not_downloaded: [
    '下载不到 Electron 运行时（可用 ELECTRON_MIRROR 指定镜像）',
    'Electron’s runtime could not be downloaded (ELECTRON_MIRROR names a mirror)',
  ],
  missing_library: ['Electron 缺少系统库', 'Electron misses a system library'],
  fails: ['Electron 无法启动', 'Electron does not start'],
  stopped_at_once: ['Electron 启动后立即退出', 'Electron stopped as soon as it started'],
};

/** Why the browser, in one line; `detail` is a library's name or a signal's. */
export function explain(why: WhyBrowser, detail: string | null): string {
  const [zh, en] = REASONS[why];
  const aside = detail === null ? '' : ` (${detail})`;
  return `${zh}${aside}，改用浏览器打开 · ${en}${aside}; using the browser instead.`;
}

export const DOWNLOADING =
  '正在下载 Electron（约 120 MB，只需一次）… · Downloading Electron (about 120 MB, once)…';

/** Where the console is, now that it is served. The token is for a second browser, or a link that has expired. */
export function invite(facts: { link: string; callbackUrl: string; consoleToken: string }): string {
  return [
    '',
    `  打开控制台 · Open the console     ${facts.link}`,
    `  登录令牌 · Sign-in token          ${facts.consoleToken}`,
    `  手机回调地址 · Phones call back   ${facts.callbackUrl}`,
    '',
    '  按 Ctrl-C 退出 · Ctrl-C stops it',
    '',
    '',
  ].join('\n');
}

export function stoppedUnexpectedly(logPath: string): string {
  return `关注台没有正常结束，日志在 ${logPath} · FollowDesk did not end as it should; its log is ${logPath}`;
}
