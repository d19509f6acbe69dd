/** Who fetches our tokens, and about when: an accusation only where nothing simpler explains a dead token. */
import { describe, expect, it } from 'vitest';
import { WeChatRefused } from '#core/errors.ts';
import { NEW_TOKENS, tokenNumber } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function refusal(errcode = 40001): WeChatRefused {
  return new WeChatRefused({ errcode, rid: null, endpoint: '/cgi-bin/user/info', ip: null });
}

async function watching(tokenMode: 'stable' | 'classic') {
  const bench = await setUp({
    ...NEW_TOKENS,
    '/cgi-bin/token': (_call, nth) => ({ access_token: tokenNumber(nth), expires_in: 7200 }),
  });
  const credentials = { ...bench.credentials, tokenMode };
  /** WeChat refuses the token that is in use, after so many milliseconds of its life. */
  async function diesAfter(ms: number, errcode?: number): Promise<void> {
    const token = await bench.tokens.get(credentials);
    bench.clock.advance(ms);
    bench.tokens.rejected(credentials, token, refusal(errcode));
  }
  const suspicion = () => {
    const { stolenAt, takenAbout } = bench.tokens.status(credentials);
    return { stolenAt, takenAbout };
  };
  const iso = (msAgo = 0) => new Date(bench.clock.now() - msAgo).toISOString();
  return { ...bench, credentials, diesAfter, suspicion, iso };
}

const NOBODY = { stolenAt: null, takenAbout: null };

describe('classic', () => {
  it('notices at the first early death, and knows that the old one lived five minutes more', async () => {
    const { diesAfter, suspicion, iso, logger } = await watching('classic');
    await diesAfter(HOUR);
    expect(suspicion()).toEqual({ stolenAt: iso(), takenAbout: iso(5 * MINUTE) });
    expect(logger.lines.filter((line) => line.startsWith('warn'))).toHaveLength(1);
  });

  it('never says that it was taken before it was fetched', async () => {
    const { diesAfter, suspicion, iso } = await watching('classic');
    await diesAfter(2 * MINUTE);
    expect(suspicion()).toEqual({ stolenAt: iso(), takenAbout: iso(2 * MINUTE) });
  });

  it('tells the latest, and complains once', async () => {
    const { diesAfter, suspicion, iso, logger } = await watching('classic');
    await diesAfter(HOUR);
    await diesAfter(20 * MINUTE);
    expect(suspicion()).toEqual({ stolenAt: iso(), takenAbout: iso(5 * MINUTE) });
    expect(logger.lines.filter((line) => line.startsWith('warn'))).toHaveLength(1);
  });

  it.each([
    ['a brand-new token: that is a wrong relay', 9_000, 40001],
    ['one at the end of its life', 2 * HOUR - 4 * MINUTE, 40001],
    ['one that WeChat calls expired: that is a clock', HOUR, 42001],
    ['one that WeChat calls no token', HOUR, 40014],
  ])('does not accuse anybody over %s', async (_case, after, errcode) => {
    const { diesAfter, suspicion } = await watching('classic');
    await diesAfter(after, errcode);
    await diesAfter(after, errcode);
    expect(suspicion()).toEqual(NOBODY);
  });
});

describe('stable', () => {
  it('notices at the second death within a life, which is when it was forced', async () => {
    const { diesAfter, suspicion, iso } = await watching('stable');
    await diesAfter(HOUR);
    expect(suspicion()).toEqual(NOBODY);
    await diesAfter(10 * MINUTE);
    expect(suspicion()).toEqual({ stolenAt: iso(), takenAbout: iso() });
  });

  it('does not add up deaths that are far apart', async () => {
    const { diesAfter, suspicion, clock } = await watching('stable');
    await diesAfter(HOUR);
    clock.advance(2 * HOUR);
    await diesAfter(HOUR);
    expect(suspicion()).toEqual(NOBODY);
  });
});

describe('ends', () => {
  it('with a token that lives its life', async () => {
    const { diesAfter, suspicion, clock, tokens, credentials } = await watching('classic');
    await diesAfter(HOUR);
    await tokens.get(credentials);
    clock.advance(2 * HOUR);
    await tokens.get(credentials);
    expect(suspicion()).toEqual(NOBODY);
  });

  it('with a change of the mode, also when it is changed back', async () => {
    const { diesAfter, suspicion, tokens, credentials } = await watching('classic');
    await diesAfter(HOUR);
    tokens.forget(credentials.accountId);
    expect(tokens.status({ ...credentials, tokenMode: 'stable' })).toMatchObject(NOBODY);
    tokens.forget(credentials.accountId);
    expect(suspicion()).toEqual(NOBODY);
  });
});
