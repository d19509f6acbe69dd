import { EventEmitter, once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { alarmOf, openAlarm } from '#main/alarm.ts';
import type { Scan, ScanChange } from '#shared/model/scan.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { changeOf } from '../renderer/desk/scans.ts';

const refused = { verdict: 'unknown', reason: 'credentials' } as const;
const minutes = (count: number) => count * 60_000;

/** A feed that says what the test says, an alarm that follows it, and what it told. */
function open(names: Record<string, string> = { a1: '咖啡馆', other: '书店' }) {
  const feed = new EventEmitter();
  const clock = manualClock();
  const logger = recordingLogger();
  const told: string[] = [];
  const notifications: EventEmitter[] = [];
  let clicks = 0;
  async function* changes(signal: AbortSignal): AsyncGenerator<ScanChange> {
    while (!signal.aborted) {
      const [change] = await once(feed, 'change', { signal });
      if (change instanceof Error) throw change;
      yield change;
    }
  }
  const alarm = openAlarm({
    changes,
    accountName: (id) => names[id] ?? null,
    language: () => 'en',
    clock,
    logger,
    notify({ title, body }) {
      const notification = Object.assign(new EventEmitter(), { show: () => told.push(`${title} | ${body}`) });
      notifications.push(notification);
      return notification as unknown as Electron.Notification;
    },
    onClick: () => {
      clicks += 1;
    },
  });
  onTestFinished(() => alarm.close());
  let revision = 0;
  /** Resolves once the alarm has dealt with it and waits for the next. */
  async function say(facts: Partial<Scan> | Error): Promise<void> {
    revision += 1;
    feed.emit('change', facts instanceof Error ? facts : changeOf(`s${revision}`, 0, revision, facts));
    await new Promise(setImmediate);
  }
  return { say, told, notifications, clock, logger, alarm, feed, clicks: () => clicks };
}

describe('the alarm', () => {
  it('tells of one fault once, however many phones meet it', async () => {
    const { say, told } = open();
    for (let phone = 0; phone < 100; phone += 1) await say(refused);
    expect(told).toEqual([
      '咖啡馆: AppID or AppSecret is wrong | Check the AppID under Accounts and enter the AppSecret again.',
    ]);
  });

  it('tells another fault, another account, and the same again after ten minutes', async () => {
    const { say, told, clock } = open();
    await say(refused);
    await say({ ...refused, reason: 'quota' });
    await say({ ...refused, accountId: 'other' });
    expect(told.map((line) => line.split(' | ')[0])).toEqual([
      '咖啡馆: AppID or AppSecret is wrong',
      '咖啡馆: The API quota is used up',
      '书店: AppID or AppSecret is wrong',
    ]);
    clock.advance(minutes(10) - 1);
    await say(refused);
    expect(told).toHaveLength(3);
    clock.advance(1);
    await say(refused);
    expect(told).toHaveLength(4);
  });

  it('is silent about visitors, passing faults and accounts that are gone', async () => {
    const { say, told } = open();
    await say({ verdict: 'followed' });
    await say({ verdict: 'unknown', reason: 'denied' });
    await say({ verdict: 'unknown', reason: 'network' });
    await say({ ...refused, accountId: 'removed' });
    expect(told).toEqual([]);
  });

  it('names the address that WeChat refused', () => {
    const facts = {
      name: '咖啡馆',
      trouble: 'ip_not_allowed',
      ip: '203.0.113.7',
      language: 'zh-CN',
    } as const;
    expect(alarmOf(facts).title).toBe('咖啡馆：本机 IP 不在白名单');
    expect(alarmOf(facts).body).toContain('IP：203.0.113.7');
    expect(alarmOf({ ...facts, ip: null }).body).not.toContain('IP：');
    expect(alarmOf({ ...facts, trouble: 'quota' }).body).not.toContain('203.0.113.7');
  });

  it('leads to the console when it is clicked', async () => {
    const { say, notifications, clicks } = open();
    await say(refused);
    notifications[0]?.emit('click');
    expect(clicks()).toBe(1);
  });

  it('stops listening when it is closed, without a word', async () => {
    const { say, told, alarm, feed, logger } = open();
    await new Promise(setImmediate);
    expect(feed.listenerCount('change')).toBe(1);
    alarm.close();
    await say(refused);
    expect(feed.listenerCount('change')).toBe(0);
    expect([told, logger.lines]).toEqual([[], []]);
  });

  it('says in the log when the feed broke', async () => {
    const { say, logger } = open();
    await say(new Error('the disk is gone'));
    expect(logger.lines.join()).toContain('the alarm stopped');
  });
});
