/** How a person came to follow, in words. WeChat adds scenes without notice: an unknown one is shown as it is. */
import type { Text } from '../text/text.ts';

/**
 * The scenes WeChat documents; the origin document writes one of them with a space.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo
 */
export const SCENES = [
  'ADD_SCENE_SEARCH',
  'ADD_SCENE_ACCOUNT_MIGRATION',
  'ADD_SCENE_PROFILE_CARD',
  'ADD_SCENE_QR_CODE',
  'ADD_SCENE_PROFILE_LINK',
  'ADD_SCENE_PROFILE_ITEM',
  'ADD_SCENE_PAID',
  'ADD_SCENE_WECHAT_ADVERTISEMENT',
  'ADD_SCENE_OTHERS',
] as const;

export function describeScene(t: Text, scene: string): string {
  const known = SCENES.find((name) => name === scene.trim().replaceAll(/\s+/g, '_').replaceAll(/_+/g, '_'));
  return known ? t(`lookup:scenes.${known}`) : scene;
}
