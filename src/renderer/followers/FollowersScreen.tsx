/** The follower directory and its tags. */
import { useText } from '../text/text.ts';

export function FollowersScreen() {
  const t = useText();
  return <h1>{t('followers:title')}</h1>;
}
