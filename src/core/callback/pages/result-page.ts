/** The phone's verdict: what it is, why it may be missing, and what to do. Knows nothing of the visitor. */
import type { Language } from '#shared/model/host.ts';
import type { Reason } from '#shared/model/verdict.ts';
import type { PhoneResult } from '../callback.ts';
import { drawPage } from './document.ts';
import { type Html, html } from './html.ts';
import { text } from './text.ts';

const LONGEST_PARAM = 48;

/** Reasons a fresh scan can mend. For the others it only makes the visitor queue again. */
const NEW_SCAN_HELPS: Record<Reason, boolean> = {
  denied: true,
  code_reused: true,
  code_expired: true,
  code_invalid: true,
  snapshot_user: true,
  network: true,
  platform_busy: true,
  bad_reply: true,
  openid_rejected: true,
  no_subscribe: false,
  credentials: false,
  token: false,
  ip_not_allowed: false,
  quota: false,
  permission: false,
  platform_error: false,
};

/** `GET /r/{key}` as a page. Fits in 10 kB, whatever the account is called. */
export function resultPage(result: PhoneResult, language: Language): string {
  const words = text[language];
  const heading = words.verdicts[result.verdict];
  return drawPage({
    language,
    symbol: result.verdict,
    heading,
    under: [
      html`<p>${result.accountName}</p>`,
      html`<p>${words.scannedAt} ${clockTime(result, language)}</p>`,
    ],
    attributes: html`class="${classesOf(result)}" data-verdict="${result.verdict}" data-reason="${result.reason ?? ''}" data-pending="${String(result.pending)}"`,
    body: bodyOf(result, language),
    staff: staffLine(result, language),
    head: result.pending ? html`<noscript><meta http-equiv="refresh" content="5"></noscript>\n` : null,
    hasScript: true,
  });
}

function classesOf(result: PhoneResult): string {
  const compact = result.verdict === 'not_followed' && isPicture(result.followPicture);
  return [result.verdict, compact ? 'compact' : '', result.pending ? 'pending' : ''].join(' ').trim();
}

/** The host's local time, which is the visitor's too at a door; the script corrects it elsewhere. */
function clockTime(result: PhoneResult, language: Language): Html {
  const time = new Date(result.scannedAt).toLocaleTimeString(language, { hourCycle: 'h23' });
  return html`<time datetime="${result.scannedAt}">${time}</time>`;
}

function bodyOf(result: PhoneResult, language: Language): Html {
  switch (result.verdict) {
    case 'followed':
      return html`<p class="lead">${text[language].followed.todo}</p>`;
    case 'not_followed':
      return html`${howToFollow(result, language)}
${recheckForm(result, language, text[language].notFollowed.recheck)}`;
    case 'unknown':
      return unknownBody(result, result.reason ?? 'platform_error', language);
  }
}

function howToFollow(result: PhoneResult, language: Language): Html {
  const words = text[language].notFollowed;
  if (isPicture(result.followPicture)) {
    return html`<div class="card"><img src="${result.followPicture}" alt="${words.pictureAlternative}" width="192" height="192"><p>${words.picture}</p></div>`;
  }
  if (isWebPage(result.followPage)) {
    return html`<p class="lead">${words.what}</p>
<a class="button" href="${result.followPage}">${words.page}</a>`;
  }
  return html`<p class="lead">${words.what}</p>
<p class="card">${words.byName(result.accountName)}</p>`;
}

function unknownBody(result: PhoneResult, reason: Reason, language: Language): Html {
  const words = text[language];
  const scanAgain = html`<a class="button${result.canRecheck || result.pending ? ' quiet' : ''}" href="${result.scanAgainPath}">${words.unknown.scanAgain}</a>`;
  if (result.pending) {
    return html`<p class="lead">${words.reasons[reason].what}</p>
<p class="status" role="status" data-stopped="${words.pendingStopped}">${words.unknown.retrying}</p>
${NEW_SCAN_HELPS[reason] && scanAgain}`;
  }
  return html`<p class="lead">${words.reasons[reason].what}</p>
<p>${words.reasons[reason].todo}</p>
${recheckForm(result, language, words.unknown.recheck)}
${NEW_SCAN_HELPS[reason] && scanAgain}`;
}

/** Works as a plain form (answered 303 back here); with the script it becomes a live recheck. */
function recheckForm(result: PhoneResult, language: Language, label: string): Html | null {
  if (!result.canRecheck) return null;
  const { checking, same, stopped, failed } = text[language].status;
  const quiet =
    result.verdict === 'not_followed' && !isPicture(result.followPicture) && isWebPage(result.followPage);
  return html`<form method="post" action="/r/${encodeURIComponent(result.key)}/recheck" data-recheck><button class="button${quiet ? ' quiet' : ''}">${label}</button></form>
<p class="status" role="status" data-checking="${checking}" data-same="${same}" data-stopped="${stopped}" data-failed="${failed}"></p>`;
}

function staffLine(result: PhoneResult, language: Language): string | null {
  const param =
    result.param.length > LONGEST_PARAM ? `${result.param.slice(0, LONGEST_PARAM)}…` : result.param;
  const facts = [
    result.reason,
    result.errcode === null ? null : `errcode ${result.errcode}`,
    param === '' ? null : `${text[language].param}: ${param}`,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? null : facts.join(' · ');
}

/** Only pictures the page's policy would load: WeChat's own, or one carried in the page. */
function isPicture(address: string | null): address is string {
  return address !== null && /^(https:\/\/mp\.weixin\.qq\.com\/|data:image\/)/.test(address);
}

function isWebPage(address: string | null): address is string {
  return address !== null && /^https?:\/\//.test(address);
}
