/** What the tray says, as data: whether phones can come back, today's scans, and accounts that are broken. */
import type { MenuItemConstructorOptions } from 'electron';
import type { CallbackState, Language } from '#shared/model/host.ts';
import type { ScanSummary } from '#shared/model/scan.ts';
import type { Trouble } from './account-health.ts';
import { describeTrouble } from './trouble-wording.ts';

export interface TrayFacts {
  language: Language;
  callback: CallbackState;
  /** Scans since midnight. */
  today: Pick<ScanSummary, 'scanned' | 'followed' | 'notFollowed' | 'unknown'>;
  accounts: readonly { name: string; trouble: Trouble | null }[];
}

/** More broken accounts than this are only counted. */
const NAMED = 5;

const WORDS = {
  'zh-CN': {
    product: '关注台',
    open: '打开关注台',
    quit: '退出关注台',
    listening: (url: string) => `回调地址：${url}`,
    failed: {
      PORT_IN_USE: (port: number) => `回调地址不可用：端口 ${port} 已被占用`,
      PORT_FORBIDDEN: (port: number) => `回调地址不可用：系统不允许使用端口 ${port}`,
      ADDRESS_UNKNOWN: () => '回调地址不可用：这台机器上没有设置里写的地址',
      LISTEN_FAILED: (port: number) => `回调地址不可用：端口 ${port} 无法打开`,
    },
    today: (day: TrayFacts['today']) =>
      `今日扫码 ${day.scanned}：${day.followed} 已关注，${day.notFollowed} 未关注，${day.unknown} 未知`,
    noAccount: '还没有公众号',
    healthy: (count: number) => `${count} 个公众号正常`,
    account: (name: string, trouble: string) => `${name}：${trouble}`,
    more: (count: number) => `另有 ${count} 个公众号需要处理`,
  },
  en: {
    product: 'FollowDesk',
    open: 'Open FollowDesk',
    quit: 'Quit FollowDesk',
    listening: (url: string) => `Callback address: ${url}`,
    failed: {
      PORT_IN_USE: (port: number) => `Callback address is down: port ${port} is in use`,
      PORT_FORBIDDEN: (port: number) => `Callback address is down: port ${port} is not allowed`,
      ADDRESS_UNKNOWN: () => 'Callback address is down: this machine does not have it',
      LISTEN_FAILED: (port: number) => `Callback address is down: port ${port} cannot be opened`,
    },
    today: (day: TrayFacts['today']) =>
      `Scans today: ${day.scanned} (${day.followed} followed, ${day.notFollowed} not followed, ${day.unknown} unknown)`,
    noAccount: 'No account yet',
    healthy: (count: number) => (count === 1 ? '1 account works' : `${count} accounts work`),
    account: (name: string, trouble: string) => `${name}: ${trouble}`,
    more: (count: number) => `${count} more need attention`,
  },
};

/** The status, one fact per line. */
export function trayLines({
  language,
  callback,
  today,
  accounts,
}: TrayFacts): { id: string; label: string }[] {
  const words = WORDS[language];
  const broken = accounts.flatMap(({ name, trouble }) => (trouble === null ? [] : [{ name, trouble }]));
  const working = accounts.length - broken.length;
  return [
    {
      id: 'callback',
      label:
        callback.state === 'listening'
          ? words.listening(callback.url)
          : words.failed[callback.code](callback.port),
    },
    { id: 'today', label: words.today(today) },
    ...broken.slice(0, NAMED).map(({ name, trouble }, index) => ({
      id: `broken-${index + 1}`,
      label: words.account(name, describeTrouble(trouble, language).title),
    })),
    ...(broken.length > NAMED ? [{ id: 'more', label: words.more(broken.length - NAMED) }] : []),
    ...(accounts.length === 0 ? [{ id: 'accounts', label: words.noAccount }] : []),
    ...(working > 0 ? [{ id: 'accounts', label: words.healthy(working) }] : []),
  ];
}

/** What shows when the mouse rests on the icon: what is broken first, since Windows cuts it after 127 characters. */
export function trayTooltip(facts: TrayFacts): string {
  const lines = trayLines(facts);
  const broken = lines.filter(({ id }) => id.startsWith('broken-'));
  const told = [...broken, ...lines.filter((line) => !broken.includes(line))].map(({ label }) => label);
  const text = [WORDS[facts.language].product, ...told].join('\n');
  return text.length > 127 ? `${text.slice(0, 126)}…` : text;
}

/** The tray's menu, for `Menu.buildFromTemplate`. */
export function trayTemplate(
  facts: TrayFacts,
  actions: { open(): void; quit(): void },
): MenuItemConstructorOptions[] {
  const words = WORDS[facts.language];
  return [
    { id: 'open', label: words.open, click: () => actions.open() },
    { type: 'separator' },
    ...trayLines(facts).map(({ id, label }) => ({ id, label: escaped(label), enabled: false })),
    { type: 'separator' },
    { id: 'quit', label: words.quit, click: () => actions.quit() },
  ];
}

/** In a label "&" marks the key to press, and an account may be called "R&D". */
function escaped(label: string): string {
  return label.replaceAll('&', '&&');
}
