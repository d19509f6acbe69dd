/** A script in every field: no page of ours and no answer of ours holds it as anything but text. */
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { plant, SCRIPT } from './planted.ts';
import { answersTo, requestFor } from './raw-http.ts';

const HOSTILE = /<script>alert|<img src=x|onerror=alert\(1\)>|href="?javascript:/i;
const encoded = encodeURIComponent(`">${SCRIPT}`);

test('neither as a page nor as an answer', { timeout: 60_000 }, async () => {
  const { venue, keys, openid } = await plant();
  const { callbackUrl, consoleUrl, consoleToken } = venue.host();
  let pages = 0;
  for (const path of [
    ...keys.map((key) => `/r/${key}`),
    `/r/${encoded}`,
    `/go/${encoded}`,
    `/go/${venue.entryId}?param=${encoded}&param=${encoded}`,
    `/callback?code=${encoded}&state=${encoded}`,
    `/MP_verify_${encoded}.txt`,
    `/${encoded}?${encoded}`,
    `/%ZZ${SCRIPT}`,
  ]) {
    for (const language of ['zh-CN', 'en', `">${SCRIPT}`]) {
      const lines = [`Accept-Language: ${language}`, 'Accept: text/html', 'Connection: close'];
      const text = await answersTo(callbackUrl, requestFor(callbackUrl, path, lines));
      expect(text, path).not.toMatch(HOSTILE);
      // One script in a page, and it is ours.
      expect(text.match(/<script/g)?.length ?? 0, path).toBeLessThanOrEqual(1);
      expect(text, path).toMatch(/\r\nx-content-type-options: nosniff\r\n/i);
      expect(text, path).toMatch(/\r\ncontent-security-policy: /i);
      pages += 1;
    }
  }
  // The text is there, or nothing was tried.
  const shown = await (await fetch(`${callbackUrl}/r/${keys[1]}`)).text();
  expect(shown).toContain('&lt;script&gt;alert(1)');

  let answers = 0;
  const { accountId } = venue;
  for (const path of [
    '/api/accounts',
    '/api/entries',
    '/api/scans',
    `/api/people?accountId=${accountId}&openid=${openid}`,
    `/api/people?accountId=${accountId}&openid=${encoded}`,
    `/api/tags?accountId=${accountId}`,
    `/api/followers?accountId=${accountId}&q=${encoded}`,
    `/api/accounts/${encoded}/token`,
    `/api/scans?entryId=${encoded}&cursor=${encoded}`,
    `/api/scans/export?format=${encoded}`,
    '/api/calls',
    '/api/board',
    '/api/board/settings',
    '/api/lookups',
    `/api/${encoded}`,
    `/session?link=${encoded}`,
    `/${encoded}`,
  ]) {
    const answer = await fetch(consoleUrl + path, {
      headers: { authorization: `Bearer ${consoleToken}` },
      redirect: 'manual',
    });
    const type = answer.headers.get('content-type') ?? '';
    const text = await answer.text();
    expect(answer.status, path).toBeLessThan(500);
    // JSON may hold any text, as long as no browser takes it for a page.
    if (!type.startsWith('application/json')) expect(text, path).not.toMatch(HOSTILE);
    expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
    answers += 1;
  }
  const { items } = await venue.ask<{ items: { user: object }[] }>('/api/users/lookup', {
    method: 'POST',
    body: { accountId, openids: [openid] },
  });
  // WeChat's texts are handed on as they are, in JSON.
  expect(items).toMatchObject([{ user: { nickname: SCRIPT, remark: expect.stringContaining(SCRIPT) } }]);
  noteFault('markupOnPages', `${pages} pages and ${answers} answers: 0 hold it as markup`);
});
