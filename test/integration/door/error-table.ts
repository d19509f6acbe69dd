/**
 * The table of WeChat's codes: which of FollowDesk's own calls can meet each, and what its people then see. A
 * code is met by every call its catalogue entry names; one that belongs to calls FollowDesk never makes is
 * explained by its number, as when an operator pastes it.
 */
import { describeErrcode, describeError, describeReason } from '#renderer/text/describe-error.ts';
import catalogue from '#shared/model/error-codes.json' with { type: 'json' };
import type { Language } from '#shared/model/host.ts';
import type { Door } from '../../support/door.ts';
import { textOf } from '../../unit/renderer/words.ts';
import { type Connection, overPort } from '../server/connect-console.ts';

type Client = Connection['client'];

/** `token`: fetching one by hand · `exchange`, `lookup`: a visit's two calls · `rid`: asking after a rid. */
export type Way = 'token' | 'exchange' | 'lookup' | 'rid' | 'number';

const PATHS: Record<Exclude<Way, 'number'>, string> = {
  token: '/cgi-bin/stable_token',
  exchange: '/sns/oauth2/access_token',
  lookup: '/cgi-bin/user/info',
  rid: '/cgi-bin/openapi/rid/get',
};

function isMet(where: string, path: string): boolean {
  return where.endsWith('*') ? path.startsWith(where.slice(0, -1)) : where === path;
}

function waysOf(where: readonly string[]): Way[] {
  // "Anywhere" is met where people meet it first: at the token and at the look-up.
  if (where.includes('*')) return ['token', 'lookup'];
  if (where.includes('/cgi-bin/*')) return ['lookup'];
  const ways = (['token', 'exchange', 'lookup', 'rid'] as const).filter((way) =>
    where.some((each) => isMet(each, PATHS[way])),
  );
  return ways.length === 0 ? ['number'] : ways;
}

/** Every API code with each way it is met; 0 is no failure. */
export const API_ROWS = catalogue
  .filter(({ family, code }) => family === 'api' && code !== 0)
  .flatMap(({ code, where }) => waysOf(where).map((way): [number, Way] => [code, way]));

export const PAGE_CODES = catalogue
  .filter(({ family }) => family === 'authorize_page')
  .map(({ code }) => code);

/** What the operator reads about one failure. */
export interface Seen {
  title: string;
  remedy: string;
  /** Facts to copy or look up, the code among them. */
  facts: string[];
}

/** From now on WeChat answers with this code, where it belongs. */
export function refuseWith(door: Door, code: number, way: keyof typeof PATHS): void {
  door.wechat.faults.answer({ path: PATHS[way], errcode: code });
}

/** What a person who asks the host is told. */
export async function askerSees(
  door: Door,
  ask: (client: Client, accountId: string) => Promise<unknown>,
): Promise<(language: Language) => Seen> {
  const error = await ask(overPort(door.app).client, door.entry.accountId).then(
    () => new Error('WeChat was expected to refuse'),
    (thrown: unknown) => thrown,
  );
  return (language) => {
    const { title, remedy, facts } = describeError(textOf(language), error);
    return { title, remedy, facts: facts.map(({ value }) => value) };
  };
}

/** What the desk says of a visit. */
export async function deskSees(door: Door): Promise<(language: Language) => Seen> {
  const { items } = await overPort(door.app).client.scans.list({ limit: 1 });
  const [scan] = items;
  if (!scan?.reason) throw new Error('the visit was expected to have no verdict');
  const { reason, errcode } = scan;
  return (language) => {
    const described = describeReason(textOf(language), reason, errcode).errcode;
    const { code, meaning, remedy } = described ?? { code: null, meaning: null, remedy: null };
    return { title: meaning ?? '', remedy: remedy ?? '', facts: [String(code)] };
  };
}

/** What is told about a number. */
export async function explained(door: Door, code: number): Promise<(language: Language) => Seen> {
  const entry = await overPort(door.app).client.errors.explain({ code });
  return (language) => {
    const column = language === 'en' ? 'en' : 'zh';
    return { title: entry.meaning[column], remedy: entry.remedy[column], facts: [String(entry.code)] };
  };
}

/** The titles of all codes but this one. */
export function otherTitles(language: Language, code: number): (string | null)[] {
  return catalogue
    .filter((each) => each.code !== code)
    .map((each) => describeErrcode(textOf(language), each.code).meaning);
}

/** A result page's words: what a visitor reads, and apart from it the line for the staff at its foot. */
export async function phoneSees(
  { callbackUrl }: Door,
  key: string,
  language: Language,
): Promise<{ words: string; staff: string }> {
  const page = await fetch(`${callbackUrl}/r/${key}`, { headers: { 'accept-language': language } });
  const html = await page.text();
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const [visitor = '', staff = ''] = body.split('<footer class="staff">');
  const text = (part: string) => part.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  return { words: text(visitor), staff: text(staff) };
}
