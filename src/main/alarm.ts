/**
 * Tells the operator, who may be looking elsewhere, that an account is broken. The rule: a hundred phones meeting
 * one fault are one notification, and the same fault is not told again for ten minutes.
 */
import type { Notification, NotificationConstructorOptions } from 'electron';
import type { Clock, Logger } from '#core/environment.ts';
import type { Account } from '#shared/model/account.ts';
import type { Language } from '#shared/model/host.ts';
import type { ScanChange } from '#shared/model/scan.ts';
import { type Trouble, troubleIn } from './account-health.ts';
import { describeTrouble } from './trouble-wording.ts';

const SILENCE_MS = 10 * 60_000;

/** Answers whether a fault is news: once per account and fault in ten minutes. */
function createNews(clock: Clock): (accountId: string, trouble: Trouble) => boolean {
  const told = new Map<string, number>();
  return (accountId, trouble) => {
    const fault = `${accountId} ${trouble}`;
    const now = clock.now();
    const before = told.get(fault);
    if (before !== undefined && now - before < SILENCE_MS) return false;
    told.set(fault, now);
    return true;
  };
}

/** The notification of one fault. `ip` is the address WeChat refused, which the remedy is about. */
export function alarmOf(facts: { name: string; trouble: Trouble; ip: string | null; language: Language }): {
  title: string;
  body: string;
} {
  const { title, remedy } = describeTrouble(facts.trouble, facts.language);
  const colon = facts.language === 'en' ? ': ' : '：';
  const address = facts.trouble === 'ip_not_allowed' && facts.ip !== null ? `\nIP${colon}${facts.ip}` : '';
  return { title: `${facts.name}${colon}${title}`, body: remedy + address };
}

export interface AlarmDependencies {
  changes(signal: AbortSignal): AsyncIterable<ScanChange>;
  /** The account's name, or null when it is gone. */
  accountName(id: Account['id']): string | null;
  language(): Language;
  clock: Clock;
  logger: Logger;
  notify(options: NotificationConstructorOptions): Pick<Notification, 'on' | 'show'>;
  /** The operator wants to see for themselves. */
  onClick(): void;
}

/** Follows the feed until it is closed. */
export function openAlarm(dependencies: AlarmDependencies): { close(): void } {
  const { changes, accountName, language, notify, onClick, logger } = dependencies;
  const isNews = createNews(dependencies.clock);
  const ending = new AbortController();
  // A notification that nothing refers to is collected, and then its click is heard by nobody.
  const shown = new Set<object>();

  function tell(change: ScanChange): void {
    const trouble = troubleIn(change);
    const name = accountName(change.accountId);
    if (trouble === null || name === null || !isNews(change.accountId, trouble)) return;
    const notification = notify(alarmOf({ name, trouble, ip: change.ip, language: language() }));
    shown.add(notification);
    notification.on('click', onClick);
    notification.on('close', () => shown.delete(notification));
    notification.show();
  }

  async function follow(): Promise<void> {
    for await (const change of changes(ending.signal)) {
      if (ending.signal.aborted) return;
      tell(change);
    }
  }

  follow().catch((error: unknown) => {
    if (!ending.signal.aborted) logger.error({ err: error }, 'the alarm stopped');
  });
  return { close: () => ending.abort() };
}
