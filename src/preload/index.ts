/**
 * Everything the page and the main process share: one MessagePort, forwarded once asked. The rule: nothing is
 * put on `window`, and nothing but the page itself, at its own origin, is listened to.
 */
import { ipcRenderer } from 'electron';

/** Tells the page, before its first script, that its host is the desktop; there may be no element yet to say it on. */
function markHost(): boolean {
  const root = document.documentElement as HTMLElement | null;
  if (root) root.dataset.host = 'desktop';
  return root !== null;
}

if (!markHost()) {
  const observer = new MutationObserver(() => {
    if (markHost()) observer.disconnect();
  });
  observer.observe(document, { childList: true });
}

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== window.location.origin) return;
  if (event.data?.type !== 'followdesk:connect' || event.ports.length !== 1) return;
  ipcRenderer.postMessage('followdesk:connect', null, [...event.ports]);
});
