/**
 * An event before the event: the real headless host on a folder of its own, the simulator as its WeChat, and a crowd
 * of phones, some of which misbehave, while WeChat's network is away for some seconds.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { startSimulator } from '#simulator/platform.ts';
import { startHeadlessHost } from '../support/headless-host.ts';
import { type RecordedScan, type Summary, wrongCounts } from './count.ts';
import { type Arrival, type CrowdPlan, planCrowd } from './crowd.ts';
import { type Story, visit } from './phone.ts';

export interface RehearsalPlan extends CrowdPlan {
  /** How late WeChat answers each call, in milliseconds. */
  latencyMs: number;
  /** For how long, from the middle on, WeChat's network is away. */
  cutSeconds: number;
  folder: string;
}

export interface Progress {
  arrived: number;
  /** Phones that show a verdict. */
  decided: number;
  waitingPages: number;
  lost: number;
  isCut: boolean;
}

export interface Outcome {
  arrivals: readonly Arrival[];
  stories: readonly Story[];
  /** What phones met where a person would have been lost. */
  lost: readonly string[];
  wrong: readonly string[];
  summary: Summary;
  seconds: number;
}

const APP = { appId: 'wxrehearsal000001', appSecret: 'rehearsal0of0no0account0at0all00', name: 'Rehearsal' };

export async function rehearse(plan: RehearsalPlan, tell: (progress: Progress) => void): Promise<Outcome> {
  const { phones, seconds, entries, latencyMs, cutSeconds, folder } = plan;
  const wechat = await startSimulator({ apps: [APP], latencyMs, seed: plan.seed });
  const host = await startHeadlessHost(['--data-dir', folder, '--callback-host', '127.0.0.1']);
  const startedAt = performance.now();
  const progress: Progress = { arrived: 0, decided: 0, waitingPages: 0, lost: 0, isCut: false };

  async function ask<Answer>(path: string, body?: object): Promise<Answer> {
    const answer = await host.api(path, body === undefined ? {} : { method: 'POST', body });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return (await answer.json()) as Answer;
  }

  async function openEntries(): Promise<{ id: string; screen: string }[]> {
    const { appId, appSecret } = APP;
    const base = { apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
    const account = await ask<{ id: string }>('/api/accounts', { appId, appSecret, ...base });
    const opened = Array.from({ length: entries }, async (_, gate) => {
      const input = { accountId: account.id, name: `Gate ${gate + 1}` };
      const { id } = await ask<{ id: string }>('/api/entries', input);
      const { authorizeUrl } = await ask<{ authorizeUrl: string }>(`/api/entries/${id}/code`);
      return { id, screen: authorizeUrl };
    });
    return Promise.all(opened);
  }

  async function cutOff(): Promise<void> {
    await wait((seconds * 1000) / 2);
    progress.isCut = true;
    wechat.faults.on('reset');
    await wait(cutSeconds * 1000);
    wechat.faults.off('reset');
    progress.isCut = false;
  }

  async function everyScan(): Promise<RecordedScan[]> {
    const scans: RecordedScan[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await ask<{ items: RecordedScan[]; nextCursor: string | null }>(
        `/api/scans?limit=500${after}`,
      );
      scans.push(...page.items);
      cursor = page.nextCursor;
    }
    return scans;
  }

  try {
    const gates = await openEntries();
    const arrivals = planCrowd(plan);
    const openids = wechat.people.addMany(phones);
    // A twentieth of the phones are Android's that call twice, with a code each.
    wechat.faults.on('doubleCallback', { probability: 0.05 });
    const stories: Story[] = [];
    const lost: string[] = [];

    async function arrive({ person, atMs, manner, entry, fromScreen }: Arrival): Promise<void> {
      await wait(atMs);
      progress.arrived += 1;
      const gate = gates[entry];
      const openid = openids[person];
      if (gate === undefined || openid === undefined) throw new Error('nobody, or no gate');
      const scanned = fromScreen ? gate.screen : `${host.callbackUrl}/go/${gate.id}`;
      const visitor = { as: manner === 'declines' ? 'declines' : openid, manner, scanned };
      try {
        const story = await visit(visitor, { callbackUrl: host.callbackUrl });
        stories.push(story);
        progress.waitingPages += story.waitingPages;
        progress.decided += 1;
      } catch (error) {
        progress.lost += 1;
        lost.push(`${visitor.as} (${manner}): ${error instanceof Error ? error.message : error}`);
      }
    }

    const ticking = setInterval(() => tell({ ...progress }), 250);
    const cut = cutSeconds > 0 ? cutOff() : Promise.resolve();
    await Promise.all([...arrivals.map(arrive), cut]).finally(() => clearInterval(ticking));
    tell({ ...progress });

    const came = arrivals.filter(({ manner }) => manner !== 'declines');
    const people = new Map(
      came.map(({ person }) => {
        const openid = openids[person] ?? '';
        return [openid, wechat.people.find(openid)?.following === true] as const;
      }),
    );
    const summary = await ask<Summary>('/api/scans/summary');
    const expected = { people, declined: arrivals.length - came.length };
    const wrong = [...wrongCounts(expected, await everyScan(), summary), ...wrongPages(stories, people)];
    return { arrivals, stories, lost, wrong, summary, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await host.stop();
    await wechat.close();
  }
}

/** What a phone shows must be what is on record. */
function wrongPages(stories: readonly Story[], people: ReadonlyMap<string, boolean>): string[] {
  return stories.flatMap(({ visitor: { as }, verdict }) => {
    const follows = people.get(as);
    const expected = follows === undefined ? 'unknown' : follows ? 'followed' : 'not_followed';
    return verdict === expected ? [] : [`the phone of ${as} shows ${verdict} instead of ${expected}`];
  });
}
