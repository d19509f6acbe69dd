/** Every scene WeChat documents has words; one it adds tomorrow is shown as it is. */
import { expect, it } from 'vitest';
import { describeScene, SCENES } from '#renderer/components/describe-scene.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

it.each(LANGUAGES)('in %s', (language) => {
  const t = textOf(language);
  const worded = SCENES.map((scene) => describeScene(t, scene));
  expect(worded.every((words) => isWorded(words) && !words.startsWith('ADD_SCENE'))).toBe(true);
  expect(new Set(worded).size).toBe(SCENES.length);
  expect(describeScene(t, 'ADD_SCENE_PROFILE LINK')).toBe(describeScene(t, 'ADD_SCENE_PROFILE_LINK'));
  expect(describeScene(t, 'ADD_SCENE_MOON')).toBe('ADD_SCENE_MOON');
});
