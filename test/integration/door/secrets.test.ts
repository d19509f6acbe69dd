/** AppSecret, tokens and codes: not in a log line, not in an answer, not on the disk in the clear. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FaultName } from '#simulator/fault-kinds.ts';
import { APP_SECRET, type Door, openDoor, visitAs } from '../../support/door.ts';
import { filesUnder } from '../../support/files-under.ts';

const TROUBLES: FaultName[] = ['tokenStorm', 'quota', 'busy', 'reset', 'lostAnswer', 'garbage', 'httpStatus'];

/** The very token the app holds: a stable token is the same for everybody who asks. */
async function currentToken({ wechat }: Door): Promise<string> {
  const response = await fetch(`${wechat.url}/cgi-bin/stable_token`, {
    method: 'POST',
    body: JSON.stringify({
      grant_type: 'client_credential',
      appid: wechat.apps[0]?.appId,
      secret: APP_SECRET,
      force_refresh: false,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

test('nothing secret is left anywhere after a day of trouble', { timeout: 60_000 }, async () => {
  const door = await openDoor();
  const secrets = [APP_SECRET];
  async function visit(as: string): Promise<string> {
    const { key, code } = await visitAs(door.callbackUrl, door.entry.id, as);
    if (code !== null) secrets.push(code);
    return key;
  }
  const keys = [await visit('follower'), await visit('stranger')];
  secrets.push(await currentToken(door));
  for (const name of TROUBLES) {
    door.wechat.faults.on(name, { times: 2 });
    keys.push(await visit('new'));
    door.wechat.faults.off();
  }
  secrets.push(await currentToken(door));
  const { app } = door;
  const pages = await Promise.all(
    keys.map(async (key) => (await fetch(`${door.callbackUrl}/r/${key}`)).text()),
  );
  const answers = JSON.stringify([
    app.accounts.list(),
    app.scans.list({ limit: 500 }),
    app.tokens.status(door.entry.accountId),
    app.host.status(),
    await app.doctor.examine(door.entry.accountId),
    await app.users.lookup(door.entry.accountId, ['nobody']),
  ]);
  await door.close();
  const said = [door.logger.lines.join('\n'), answers, ...pages].join('\n');
  const kept = filesUnder(door.folder).map((path) => readFileSync(path, 'latin1'));

  expect(secrets.length).toBeGreaterThan(8);
  expect(kept.length).toBeGreaterThan(2);
  for (const secret of secrets) {
    expect(said).not.toContain(secret);
    for (const file of kept) expect(file).not.toContain(secret);
  }
});
