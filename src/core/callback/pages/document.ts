/** The frame every phone page shares: one `main`, one h1, one style, no outside assets, one script at most. */
import type { Language } from '#shared/model/host.ts';
import { type Html, html, trusted, write } from './html.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { type SymbolName, symbol } from './symbols.ts';

interface PhonePage {
  language: Language;
  symbol: SymbolName;
  /** The h1, and the start of the window's title. */
  heading: string;
  /** Lines under the heading. */
  under: readonly Html[];
  /** `class` and `data-*` of `main`; the script and the tests read the latter. */
  attributes: Html;
  body: Html;
  /** A small line for the staff: codes, never personal data. */
  staff: string | null;
  /** For `head`: a refresh, where one is wanted. */
  head: Html | null;
  /** False where it would have nothing to do. */
  hasScript: boolean;
}

export function drawPage(page: PhonePage): string {
  const staff = page.staff === null ? null : html`<footer class="staff">${page.staff}</footer>`;
  return write(html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex">
${page.head}<title>${page.heading}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<main ${page.attributes}>
<header class="hero">
${symbol(page.symbol)}
<h1 tabindex="-1">${page.heading}</h1>
${page.under}
</header>
<div class="body">
${page.body}
</div>
${staff}
</main>
${page.hasScript && html`<script>${trusted(SCRIPT)}</script>`}
</body>
</html>
`);
}
