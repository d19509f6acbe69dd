/** What can be an openid at all. WeChat is not asked about anything else. */

/** Visible ASCII, no longer than the contract allows: WeChat promises no more about its openids. */
const OPENID = /^[\x21-\x7e]{1,128}$/;

export function canBeOpenid(text: string): boolean {
  return OPENID.test(text);
}
