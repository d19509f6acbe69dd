/**
 * What each kind of account may do. Web authorization and codes with a scene belong to verified service
 * accounts; asking about people to any verified account; a test account may do everything, for a hundred people.
 * @see https://developers.weixin.qq.com/doc/service/guide/product/auth_list.html
 */
import type { AppSettings } from './apps.ts';

export type Right = 'web_authorization' | 'scene_codes' | 'people';

/** A test account cannot have more followers. */
export const testAccountFollowers = 100;

export function hasRight({ kind = 'service', verified = true }: AppSettings, right: Right): boolean {
  if (kind === 'test') return true;
  if (!verified) return false;
  return right === 'people' || kind === 'service';
}
