/** The folder nobody chose. */
import { expect, test } from 'vitest';
import { defaultDataFolder } from '#server/data-folder.ts';

test.each<[NodeJS.Platform, NodeJS.ProcessEnv, RegExp]>([
  ['linux', {}, /^.home.ada.\.local.share.FollowDesk$/],
  ['linux', { XDG_DATA_HOME: '/data' }, /^.data.FollowDesk$/],
  ['darwin', { XDG_DATA_HOME: '/data' }, /^.home.ada.Library.Application Support.FollowDesk$/],
  ['win32', { APPDATA: '/roaming' }, /^.roaming.FollowDesk$/],
  ['win32', {}, /^.home.ada.AppData.Roaming.FollowDesk$/],
])('on %s with %j', (platform, env, expected) => {
  expect(defaultDataFolder(env, platform, '/home/ada')).toMatch(expected);
});
