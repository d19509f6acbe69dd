/**
 * Mornings on which nothing works, from the same healthy evening: each has one finding of its own, and no
 * check blames another's cause.
 */
import { lookup } from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { expect, onTestFinished, test, vi } from 'vitest';
import { describeFinding } from '#renderer/doctor/describe-finding.ts';
import { type Door, openDoor } from '../../support/door.ts';
import { LANGUAGES, textOf } from '../../unit/renderer/words.ts';

const plugged = os.networkInterfaces;

/** No test can pull a cable: which interfaces are up is the one thing here that is made up. */
function setInterfaces(networkInterfaces: typeof plugged): void {
  Object.assign(os, { networkInterfaces });
  syncBuiltinESMExports();
}

/** From now on nothing finds the API's name. */
function loseName({ app, entry }: Door): void {
  app.accounts.update(entry.accountId, { apiBaseUrl: 'http://nobody.invalid' });
}

interface Trouble {
  befall(door: Door): void | Promise<void>;
  finding: { check: string; cause: string; actor: string; errcode: number | null };
}

const troubles: Record<string, Trouble> = {
  'the network is unplugged': {
    befall(door) {
      loseName(door);
      const [loopback = []] = Object.values(plugged());
      setInterfaces(() => ({ lo: loopback.filter(({ internal }) => internal) }));
    },
    finding: { check: 'api_reachable', cause: 'offline', actor: 'operator', errcode: null },
  },
  'the name server is broken': {
    befall: loseName,
    finding: { check: 'api_reachable', cause: 'dns', actor: 'operator', errcode: null },
  },
  'the relay is down': {
    befall: ({ wechat }) => wechat.close(),
    finding: { check: 'api_reachable', cause: 'refused', actor: 'operator', errcode: null },
  },
  'the clock is a quarter of an hour slow': {
    befall: ({ wechat }) => wechat.faults.on('dateSkew', { value: 900 }),
    finding: { check: 'clock', cause: 'far_off', actor: 'operator', errcode: null },
  },
  'the AppSecret is frozen': {
    befall({ wechat }) {
      wechat.configure({ secretState: 'frozen' });
    },
    finding: { check: 'credentials', cause: 'secret_frozen', actor: 'admin', errcode: 40243 },
  },
  'the AppSecret was reset': {
    befall({ wechat }) {
      wechat.configure({ secretState: 'wrong' });
    },
    finding: { check: 'credentials', cause: 'wrong_secret', actor: 'operator', errcode: 40125 },
  },
  'the office has another address': {
    befall({ wechat }) {
      wechat.configure({ ipWhitelist: ['203.0.113.7'], clientIp: '198.51.100.23' });
    },
    finding: { check: 'whitelist', cause: 'new_ip_not_listed', actor: 'admin', errcode: 40164 },
  },
  'a second system fetches tokens': {
    befall({ wechat }) {
      wechat.fetchToken({ mode: 'classic', overlapSeconds: 0 });
    },
    finding: { check: 'token', cause: 'token_taken', actor: 'operator', errcode: null },
  },
};

// Where not even a name server answers, its being broken is the same as being unplugged.
if ((await lookup('nobody.invalid').catch(({ code }) => code)) === 'EAI_AGAIN')
  delete troubles['the name server is broken'];

/** What was said of the troubles before. */
const told: (string | undefined)[] = [];

test.each(Object.entries(troubles))('%s', async (_name, { befall, finding }) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
    setInterfaces(plugged);
  });
  const door = await openDoor();
  const { app, entry } = door;
  app.accounts.update(entry.accountId, { tokenMode: 'classic' });
  const wrong = async () => {
    const { findings } = await app.doctor.examine(entry.accountId);
    // No public URL is set in this test, and it says so.
    return findings.filter(({ state, check }) => /failed|warning/.test(state) && check !== 'public_url');
  };
  await door.scan('follower');
  expect(await wrong()).toEqual([]);
  // A token that dies within its first seconds would be a relay's doing, not another system's.
  vi.setSystemTime(Date.now() + 20_000);
  await befall(door);
  const findings = await wrong();
  expect(findings).toMatchObject([finding]);
  for (const language of LANGUAGES) {
    const [cause] = findings.flatMap((each) => describeFinding(textOf(language), each).causes);
    expect(told).not.toContain(cause?.title);
    expect(cause?.remedy).toBeTruthy();
    told.push(cause?.title);
  }
});
