/** The pages that carry no verdict: a link refused before WeChat was asked, and what went wrong here. */
import type { Language } from '#shared/model/host.ts';
import type { Refusal } from '#shared/model/verdict.ts';
import { drawPage } from './document.ts';
import { type Html, html } from './html.ts';
import type { SymbolName } from './symbols.ts';
import { text } from './text.ts';

const REFUSAL_SYMBOLS: Record<Refusal, SymbolName> = {
  bad_state: 'broken',
  expired_state: 'clock',
  unknown_entry: 'broken',
  not_in_wechat: 'chat',
};

/** A link that cannot start or finish a scan; no scan was recorded. */
export function refusalPage(refusal: Refusal, language: Language): string {
  const words = text[language].refusals[refusal];
  const steps =
    words.steps.length === 0
      ? null
      : html`<ol class="steps">${words.steps.map((step) => html`<li>${step}</li>`)}</ol>`;
  return drawPage({
    language,
    symbol: REFUSAL_SYMBOLS[refusal],
    heading: words.heading,
    under: [],
    attributes: html`class="unknown notice" data-refusal="${refusal}"`,
    body: html`<p class="lead">${words.what}</p>
<p>${words.todo}</p>
${steps}
${refusal === 'not_in_wechat' && copyableLink(language)}`,
    staff: refusal,
    head: null,
    hasScript: refusal === 'not_in_wechat',
  });
}

/** Hidden until the script fills in this page's own address, and only on `/go/…`, which holds no code. */
function copyableLink(language: Language): Html {
  const { link, status } = text[language];
  return html`<div data-link hidden><input class="link" readonly aria-label="${link.label}"><button class="button" type="button" data-copy>${link.copy}</button></div>
<p class="status" role="status" data-copied="${status.copied}"></p>`;
}

export function notFoundPage(language: Language): string {
  return notice('notFound', 'broken', language, null);
}

/** `GET /r/{key}` where no scan has this key. */
export function unknownResultPage(language: Language): string {
  return notice('unknownResult', 'unknown', language, null);
}

/** Too many phones at once. Asks again by itself after so many seconds: whole ones, browsers read no others. */
export function busyPage(language: Language, seconds: number): string {
  return notice('busy', 'busy', language, html`<meta http-equiv="refresh" content="${seconds}">\n`);
}

/** The scan is not on disk, so it has no result. */
export function storageFailedPage(language: Language): string {
  return notice('storageFailed', 'alert', language, null);
}

function notice(
  kind: 'notFound' | 'unknownResult' | 'busy' | 'storageFailed',
  symbol: SymbolName,
  language: Language,
  head: Html | null,
): string {
  const words = text[language].notices[kind];
  return drawPage({
    language,
    symbol,
    heading: words.heading,
    under: [],
    attributes: html`class="unknown notice" data-notice="${kind}"`,
    body: html`<p class="lead">${words.what}</p>
<p>${words.todo}</p>`,
    staff: null,
    head,
    hasScript: false,
  });
}
