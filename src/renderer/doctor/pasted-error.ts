/**
 * Reads an error that somebody pasted: JSON, a line of a log, a phone's page, a bare number, a rid. The rule:
 * never throws, and keeps nothing of the text but the few things found in it.
 */
import { allErrorCodes, explainErrorCode } from '#shared/model/error-codes.ts';

export interface PastedError {
  /** What to explain first: the one that is labelled as the error code, when there is one. */
  errcode: number | null;
  /** Further codes, each once. */
  others: number[];
  rid: string | null;
  /** The address that WeChat wants on the whitelist. */
  ip: string | null;
  /** True when the text tells of a call below `/sns/`, whose rid WeChat does not explain. */
  sns: boolean;
}

/** An error has its say in its first lines; a whole log file pasted by mistake must not stop the page. */
const READ_AT_MOST = 100_000;

/** `"errcode":40164`, `errCode=40164`, `错误码: 10003`, `error code 40013` … */
const LABELLED =
  /(?:err_?code|error[ _-]?code|err_?no|返回码|错误码|错误代码|\bcode)["'\s]{0,4}(?:[:=]|is|为|是)?["'\s]{0,4}(-1|0|\d{4,7})(?![\w.])/gi;
/** Nothing but a number. */
const ALONE = /^\D{0,2}?(-1|\d{1,7})\D{0,2}$/;
/** A number by itself: no part of an IP, a port, an id or a time. */
const STANDING = /(?<![\w.\-/%])(?<![a-z\d\]]:)(\d{5})(?![\w%]|[.:-]\d)/gi;
/** WeChat's own form since 2020: three groups of eight hex digits. */
const RID = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}(?![\w-])/i;
/** Whatever is called a rid, so that a mistyped one can be asked about and be refused by name. */
const CALLED_RID = /\brid["'\s]{0,4}[:=]\s{0,4}["']?([0-9a-f]{4,12}(?:-[0-9a-f]{3,12}){1,4})(?![\w-])/i;
const INVALID_IP = /invalid ip\s{1,4}([0-9a-f:.]{2,45})/i;
const NOT_LISTED = /not in (?:ip[- ])?white-?list/i;
const SNS = /\/sns\/[a-z]/;

/**
 * What phones write on the authorize page, sometimes without the number.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/ — 返回码说明
 */
const PAGE_PHRASES: readonly [phrase: RegExp, code: number][] = [
  [/redirect_uri\s*(?:参数错误|域名与后台配置不一致)/i, 10003],
  [/此公众号被封禁/, 10004],
  [/scope\s*参数错误|没有\s*(?:这些)?\s*scope\s*(?:的)?权限/i, 10005],
  [/关注此测试号/, 10006],
];

export function readPastedError(pasted: string): PastedError {
  const text = plain(pasted);
  const labelled = codesOf(text, LABELLED);
  const told = [...labelled.filter((code) => code !== 0), ...labelled.filter((code) => code === 0)];
  const codes = [...new Set([...told, ...(told.length > 0 ? [] : unlabelled(text)), ...standing(text)])];
  return {
    errcode: codes[0] ?? null,
    others: codes.slice(1, 6).filter((code) => code !== 0),
    rid: (RID.exec(text)?.[0] ?? CALLED_RID.exec(text)?.[1])?.toLowerCase() ?? null,
    ip: ipOf(text),
    sns: SNS.test(text),
  };
}

/** One way of writing it, whatever it was copied from: escaped JSON, HTML, an address, full-width digits. */
function plain(pasted: string): string {
  return pasted
    .slice(0, READ_AT_MOST)
    .normalize('NFKC')
    .replaceAll(/&quot;|&#34;|%22|\\u0022|\\+"/gi, '"')
    .replaceAll(/%3A/gi, ':')
    .replaceAll(/%2C/gi, ',')
    .trim();
}

function codesOf(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].slice(0, 50).map(([, digits]) => Number(digits));
}

/** Without a label: the number alone, or the code whose message this is. */
function unlabelled(text: string): number[] {
  const alone = ALONE.exec(text)?.[1];
  if (alone !== undefined) return [Number(alone)];
  const known = standing(text);
  if (known.length > 0) return known;
  const page = PAGE_PHRASES.find(([phrase]) => phrase.test(text));
  if (page) return [page[1]];
  if (NOT_LISTED.test(text)) return [INVALID_IP.test(text) ? 40164 : 45035];
  const said = text.toLowerCase();
  const byMessage = allErrorCodes().filter(({ errmsg }) => errmsg.length > 10 && said.includes(errmsg));
  // The longest message is the most telling: "invalid openid list" is no "invalid openid".
  return byMessage
    .sort((a, b) => b.errmsg.length - a.errmsg.length)
    .slice(0, 1)
    .map(({ code }) => code);
}

/** Five digits are a code only where the list has it: a log is full of numbers. */
function standing(text: string): number[] {
  return codesOf(text, STANDING).filter((code) => explainErrorCode(code) !== null);
}

function ipOf(text: string): string | null {
  const named = INVALID_IP.exec(text)?.[1];
  if (named === undefined || !NOT_LISTED.test(text)) return null;
  return named.replace(/^::ffff:/i, '').replace(/[.:]$/, '');
}
