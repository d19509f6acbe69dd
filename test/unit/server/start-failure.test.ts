/** Every foreseen reason not to start has one line with a remedy, in both languages; others have none. */
import { describe, expect, test } from 'vitest';
import { DatabaseDamaged, FolderInUse, StorageFailed } from '#core/errors.ts';
import type { Choices } from '#server/command-line.ts';
import {
  CallbackFailed,
  ConsolePortFailed,
  explainStartFailure,
  terminalLanguage,
} from '#server/start-failure.ts';

const choices: Choices = {
  dataFolder: '/srv/followdesk',
  callbackHost: '10.0.0.9',
  callbackPort: 80,
  consolePort: 0,
  publicUrl: undefined,
  sandbox: false,
  consoleToken: 'hush',
  masterKey: 'hush',
};

function callback(code: CallbackFailed['facts']['code'], offeredPort: number | null = null) {
  return new CallbackFailed({ state: 'failed', code, port: 80, offeredPort });
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each<[string, unknown, string[]]>([
    ['a taken port', callback('PORT_IN_USE', 8081), ['80', '--callback-port 8081']],
    ['a forbidden port', callback('PORT_FORBIDDEN', 8081), ['80', '--callback-port 8081']],
    ['a foreign address', callback('ADDRESS_UNKNOWN'), ['10.0.0.9', '--callback-host']],
    ['another failure', callback('LISTEN_FAILED'), ['10.0.0.9', '80', '--callback-port']],
    [
      'the console’s port',
      new ConsolePortFailed({ code: 'PORT_IN_USE', port: 5170, offeredPort: null }),
      ['5170', '--console-port 0'],
    ],
    ['a full disk', new StorageFailed('full', null), ['/srv/followdesk']],
    ['a read-only folder', new StorageFailed('read_only', null), ['/srv/followdesk', '--data-dir']],
    ['another disk failure', new StorageFailed('other', null), ['/srv/followdesk', '--data-dir']],
    ['a damaged database', new DatabaseDamaged('/srv/followdesk/scans.db'), ['/srv/followdesk/scans.db']],
    ['a second copy', new FolderInUse('/srv/followdesk'), ['/srv/followdesk', '--data-dir']],
  ])('%s', (_what, failure, facts) => {
    const line = explainStartFailure(failure, choices, language) ?? '';
    for (const fact of facts) expect(line).toContain(fact);
    expect(line).not.toMatch(/\n|hush/);
    expect(/[一-鿿]/.test(line)).toBe(language === 'zh-CN');
  });

  test('what nobody foresaw', () => {
    expect(explainStartFailure(new Error('hush'), choices, language)).toBeNull();
  });
});

test.each<[NodeJS.ProcessEnv, string]>([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{}, 'en'],
])('a terminal with %j speaks %s', (env, language) => {
  expect(terminalLanguage(env)).toBe(language);
});
