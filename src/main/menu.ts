/**
 * The application menu: the standard roles, so that copy, paste, zoom and quit work by the platform's own keys, and
 * the ways to each screen. Labels are ours because Electron's are English only; item ids are for tests.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { ConsoleScreen, type Language } from '#shared/model/host.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

const LABELS = {
  file: ['文件', 'File'],
  edit: ['编辑', 'Edit'],
  view: ['显示', 'View'],
  go: ['前往', 'Go'],
  window: ['窗口', 'Window'],
  help: ['帮助', 'Help'],
  about: ['关于关注台', 'About FollowDesk'],
  services: ['服务', 'Services'],
  hide: ['隐藏关注台', 'Hide FollowDesk'],
  hideOthers: ['隐藏其他', 'Hide Others'],
  unhide: ['全部显示', 'Show All'],
  quit: ['退出关注台', 'Quit FollowDesk'],
  undo: ['撤销', 'Undo'],
  redo: ['重做', 'Redo'],
  cut: ['剪切', 'Cut'],
  copy: ['复制', 'Copy'],
  paste: ['粘贴', 'Paste'],
  delete: ['删除', 'Delete'],
  selectAll: ['全选', 'Select All'],
  reload: ['重新载入', 'Reload'],
  toggleDevTools: ['开发者工具', 'Developer Tools'],
  resetZoom: ['实际大小', 'Actual Size'],
  zoomIn: ['放大', 'Zoom In'],
  zoomOut: ['缩小', 'Zoom Out'],
  togglefullscreen: ['全屏', 'Full Screen'],
  minimize: ['最小化', 'Minimize'],
  close: ['关闭窗口', 'Close Window'],
  front: ['前置全部窗口', 'Bring All to Front'],
  desk: ['前台', 'Desk'],
  lookup: ['查询', 'Look up'],
  followers: ['粉丝', 'Followers'],
  records: ['记录', 'Records'],
  accounts: ['公众号', 'Accounts'],
  doctor: ['诊断', 'Doctor'],
  settings: ['设置', 'Settings'],
  palette: ['命令面板…', 'Command Palette…'],
  logFolder: ['打开日志文件夹', 'Open Log Folder'],
  checkForUpdates: ['检查更新…', 'Check for Updates…'],
  automaticUpdates: ['自动检查更新', 'Check Automatically'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

type Label = keyof typeof LABELS;

export interface MenuFacts {
  language: Language;
  mac: boolean;
  /** A packaged app has neither reload nor developer tools. */
  packaged: boolean;
  /** Whether newer versions are looked for by themselves; null where this build has no place to ask. */
  automaticUpdates: boolean | null;
  /** Only the desk is to be had, so the menu leads nowhere. */
  kiosk: boolean;
}

/** What our own items do. */
export interface MenuActions {
  goTo(screen: ConsoleScreen): void;
  openPalette(): void;
  openLogFolder(): void;
  showAbout(): void;
  checkForUpdates(): void;
  setAutomaticUpdates(on: boolean): void;
}

/** The menu as data, for `Menu.buildFromTemplate`. */
export function menuTemplate(
  { language, mac, packaged, automaticUpdates, kiosk }: MenuFacts,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const label = (name: Label): string => LABELS[name][language === 'en' ? 1 : 0];
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const item = (role: Label & Role): MenuItemConstructorOptions => ({ id: role, role, label: label(role) });
  const own = (name: Label, click: () => void, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label: label(name),
    click,
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const menu = (name: Label, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    id: name,
    label: label(name),
    submenu,
  });

  const about = own('about', actions.showAbout);
  const application: MenuItemConstructorOptions = {
    id: 'application',
    label: 'FollowDesk',
    submenu: [
      about,
      separator,
      item('services'),
      separator,
      item('hide'),
      item('hideOthers'),
      item('unhide'),
      separator,
      item('quit'),
    ],
  };
  const edit = [
    item('undo'),
    item('redo'),
    separator,
    item('cut'),
    item('copy'),
    item('paste'),
    item('delete'),
    separator,
    item('selectAll'),
  ];
  const view = [
    ...(packaged ? [] : [item('reload'), item('toggleDevTools'), separator]),
    item('resetZoom'),
    item('zoomIn'),
    // The key marked "=" needs no shift, and is what most people press.
    { ...item('zoomIn'), id: 'zoomInPlain', accelerator: 'CommandOrControl+=', visible: false },
    item('zoomOut'),
    separator,
    item('togglefullscreen'),
  ];
  const go = [
    ...ConsoleScreen.options.map((screen, index) =>
      own(screen, () => actions.goTo(screen), `CommandOrControl+${index + 1}`),
    ),
    separator,
    own('palette', actions.openPalette, 'CommandOrControl+K'),
  ];
  const updates: MenuItemConstructorOptions[] = [
    separator,
    own('checkForUpdates', actions.checkForUpdates),
    {
      id: 'automaticUpdates',
      label: label('automaticUpdates'),
      type: 'checkbox',
      checked: automaticUpdates === true,
      click: ({ checked }) => actions.setAutomaticUpdates(checked),
    },
  ];
  const help = [
    own('logFolder', actions.openLogFolder),
    ...(automaticUpdates === null ? [] : updates),
    ...(mac ? [] : [separator, about]),
  ];
  const windows = [item('minimize'), ...(mac ? [separator, item('front')] : [item('close')])];

  // No way out of a kiosk, by a key neither.
  if (kiosk) return [menu('edit', edit)];
  return [
    ...(mac ? [application, menu('file', [item('close')])] : [menu('file', [item('quit')])]),
    menu('edit', edit),
    menu('view', view),
    menu('go', go),
    menu('window', windows),
    menu('help', help),
  ];
}
