/**
 * First script of every document, in the page's own world: what would open or close a window is told to the main
 * process instead, because a window that was refused must never have existed. Injected as text: it must not
 * reach outside itself.
 */
import type { OpenRequest } from './messages.ts';

/** `signal` is the name of the event that the isolated world listens to; the page does not know it. */
export function mainWorld(signal: string): void {
  if (window !== window.top) return;
  const dispatch = window.dispatchEvent.bind(window);
  const Signal = CustomEvent;

  function tell(detail: { op: 'open'; request: OpenRequest } | { op: 'close' }): void {
    dispatch(new Signal(signal, { detail }));
  }

  function askToOpen(url: string, rest: Partial<OpenRequest>): void {
    const request = { frameName: '', features: '', disposition: 'foreground-tab' as const, ...rest };
    tell({ op: 'open', request: { ...request, url: new URL(url, document.baseURI).href } });
  }

  window.open = (url = 'about:blank', frameName = '', features = '') => {
    askToOpen(String(url || 'about:blank'), {
      frameName,
      features,
      disposition: features ? 'new-window' : 'foreground-tab',
    });
    return null;
  };
  window.close = () => tell({ op: 'close' });

  function follow(event: MouseEvent): void {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button > 1) return;
    const inBackground = event.button === 1 || event.ctrlKey || event.metaKey;
    const elsewhere = link.target !== '' && !/^_(self|top|parent)$/i.test(link.target);
    if (link.hasAttribute('download') || !(inBackground || event.shiftKey || elsewhere)) return;
    event.preventDefault();
    const there = inBackground ? 'background-tab' : 'foreground-tab';
    askToOpen(link.href, {
      frameName: /^_blank$/i.test(link.target) ? '' : link.target,
      disposition: event.shiftKey ? 'new-window' : there,
    });
  }
  window.addEventListener('click', follow);
  window.addEventListener('auxclick', follow);
}
