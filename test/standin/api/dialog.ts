/** Boxes nobody is here to answer: a spec that meets one must have replaced it through `electronApp.evaluate`. */
import { missing, strict } from '../strict.ts';

function unanswered(method: string): never {
  return missing(`an answer to dialog.${method} (replace it: electronApp.evaluate)`);
}

export const dialog = strict('dialog', {
  showOpenDialog: async (..._args: unknown[]): Promise<Electron.OpenDialogReturnValue> =>
    unanswered('showOpenDialog'),
  showSaveDialog: async (..._args: unknown[]): Promise<Electron.SaveDialogReturnValue> =>
    unanswered('showSaveDialog'),
  showMessageBox: async (..._args: unknown[]): Promise<Electron.MessageBoxReturnValue> =>
    unanswered('showMessageBox'),
  showMessageBoxSync: (..._args: unknown[]): number => unanswered('showMessageBoxSync'),
  /** As Electron does where there is no display. */
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`[error box] ${title}\n${content}\n`);
  },
});
