/** A tray icon nobody sees: what it would show can be asked of it, and a spec clicks it by emitting. */
import { StrictEmitter } from '../strict.ts';
import type { Menu } from './menu.ts';

export class Tray extends StrictEmitter {
  #destroyed = false;
  #toolTip = '';
  #menu: Menu | null = null;

  constructor(_image: unknown) {
    super('Tray', ['click', 'right-click', 'double-click']);
  }

  // Methods of the prototype, so that a spec can replace them: nobody hands it the app's own tray.
  setToolTip(toolTip: string): void {
    this.#toolTip = toolTip;
  }
  getToolTip(): string {
    return this.#toolTip;
  }
  setContextMenu(menu: unknown): void {
    this.#menu = menu as Menu | null;
  }
  popUpContextMenu(): void {
    this.#menu?.emit('menu-will-show', {});
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  destroy(): void {
    this.#destroyed = true;
  }
}
