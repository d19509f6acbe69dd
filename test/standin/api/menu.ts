/**
 * Menus as data: nothing is drawn, and an item is chosen by its `click()`, as specs do on the real Electron too.
 * Roles that act on a window or the app act; editing roles belong to the system's focus and are not here.
 */
import { app } from '../app/app.ts';
import { missing, StrictEmitter } from '../strict.ts';
import { BrowserWindow } from '../window/browser-window.ts';

type Template = Electron.MenuItemConstructorOptions;

const ZOOM_STEP = 0.5;

/** What a role does to the window in front. */
const ROLES: Record<string, (window: BrowserWindow | null) => void> = {
  quit: () => app.quit(),
  about: () => app.showAboutPanel(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
  reload: (window) => window?.webContents.reload(),
  resetzoom: (window) => window?.webContents.setZoomLevel(0),
  zoomin: (window) => zoom(window, ZOOM_STEP),
  zoomout: (window) => zoom(window, -ZOOM_STEP),
};

function zoom(window: BrowserWindow | null, step: number): void {
  window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + step);
}

let lastCommand = 0;

export class MenuItem {
  readonly commandId = ++lastCommand;
  readonly id: string;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly type: NonNullable<Template['type']>;
  readonly role: Template['role'];
  readonly accelerator: string | null;
  readonly submenu: Menu | undefined;
  readonly #click: Template['click'];

  constructor(template: Template) {
    this.id = template.id ?? '';
    this.role = template.role;
    this.label = template.label ?? template.role ?? '';
    this.type = template.type ?? (template.submenu ? 'submenu' : 'normal');
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.accelerator = template.accelerator ?? null;
    this.#click = template.click;
    if (Array.isArray(template.submenu)) this.submenu = Menu.buildFromTemplate(template.submenu);
  }

  click = (event: object = {}, window = BrowserWindow.getFocusedWindow()): void => {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    const act = this.role && ROLES[this.role.toLowerCase()];
    if (act) act(window);
    else if (this.role) missing(`the menu role "${this.role}"`);
    else {
      const item = this as unknown as Electron.MenuItem;
      this.#click?.(item, window as unknown as Electron.BaseWindow, event as Electron.KeyboardEvent);
    }
  };
}

let applicationMenu: Menu | null = null;

export class Menu extends StrictEmitter {
  readonly items: MenuItem[] = [];

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close']);
  }

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append = (item: MenuItem): void => {
    this.items.push(item);
  };
  getMenuItemById = (id: string): MenuItem | null => {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  };
}
