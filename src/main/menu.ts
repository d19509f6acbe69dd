/**
 * The application menu: the standard roles, so that copy, paste, zoom and quit work by the platform's own keys.
 * Labels are ours because Electron's are English only; item ids are for tests.
 */
import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '#shared/model/host.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

const LABELS = {
  file: ['文件', 'File'],
  edit: ['编辑', 'Edit'],
  view: ['显示', 'View'],
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
} as const satisfies Record<string, readonly [zh: string, en: string]>;

type Label = keyof typeof LABELS;

export interface MenuFacts {
  language: Language;
  mac: boolean;
  /** A packaged app has neither reload nor developer tools. */
  packaged: boolean;
}

/** The menu as data, for `Menu.buildFromTemplate`. */
export function menuTemplate({ language, mac, packaged }: MenuFacts): MenuItemConstructorOptions[] {
  const label = (name: Label): string => LABELS[name][language === 'en' ? 1 : 0];
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const item = (role: Label & Role): MenuItemConstructorOptions => ({ id: role, role, label: label(role) });
  const menu = (name: Label, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    id: name,
    label: label(name),
    submenu,
  });

  const application: MenuItemConstructorOptions = {
    id: 'application',
    label: 'FollowDesk',
    submenu: [
      item('about'),
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
  const windows = [item('minimize'), ...(mac ? [separator, item('front')] : [item('close')])];

  return [
    ...(mac ? [application, menu('file', [item('close')])] : [menu('file', [item('quit')])]),
    menu('edit', edit),
    menu('view', view),
    menu('window', windows),
    ...(mac ? [] : [menu('help', [item('about')])]),
  ];
}
