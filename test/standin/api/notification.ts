/** A notification that is shown at once and to nobody; a spec clicks it by emitting `click`. */
import { StrictEmitter } from '../strict.ts';

export class Notification extends StrictEmitter {
  static isSupported = (): boolean => true;
  title: string;
  body: string;
  silent: boolean;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'close', 'click', 'failed']);
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }

  // Methods of the prototype, so that a spec can replace them for notifications yet to come.
  show(): void {
    this.emit('show', {});
  }
  close(): void {
    this.emit('close', {});
  }
}
