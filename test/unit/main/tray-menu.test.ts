import { describe, expect, it } from 'vitest';
import { type TrayFacts, trayLines, trayTemplate, trayTooltip } from '#main/tray-menu.ts';
import type { CallbackState, Language } from '#shared/model/host.ts';

const listening: CallbackState = { state: 'listening', url: 'http://192.168.1.20:5180', port: 5180 };
const facts: TrayFacts = {
  language: 'en',
  callback: listening,
  today: { scanned: 12, followed: 8, notFollowed: 3, unknown: 1 },
  accounts: [
    { name: 'Café', trouble: null },
    { name: 'R&D', trouble: 'credentials' },
  ],
};
const nothing = { open() {}, quit() {} };

describe('the tray', () => {
  it('says where phones come back, today’s scans, and which account is broken', () => {
    expect(trayLines(facts)).toEqual([
      { id: 'callback', label: 'Callback address: http://192.168.1.20:5180' },
      { id: 'today', label: 'Scans today: 12 (8 followed, 3 not followed, 1 unknown)' },
      { id: 'broken-1', label: 'R&D: AppID or AppSecret is wrong' },
      { id: 'accounts', label: '1 account works' },
    ]);
  });

  it.each(['PORT_IN_USE', 'PORT_FORBIDDEN', 'ADDRESS_UNKNOWN', 'LISTEN_FAILED'] as const)(
    'says in both languages why they cannot: %s',
    (code) => {
      const callback: CallbackState = { state: 'failed', code, port: 80, offeredPort: null };
      const said = (language: Language) => trayLines({ ...facts, language, callback })[0]?.label;
      expect(said('zh-CN')).toMatch(/^回调地址不可用：\p{Script=Han}/u);
      expect(said('en')).toMatch(/^Callback address is down: \w+/);
    },
  );

  it('counts the broken ones it has no room to name', () => {
    const accounts = Array.from({ length: 7 }, (_, index) => ({
      name: `${index}`,
      trouble: 'quota' as const,
    }));
    const ids = trayLines({ ...facts, accounts }).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('broken-'))).toHaveLength(5);
    expect(trayLines({ ...facts, accounts }).at(-1)?.label).toBe('2 more need attention');
  });

  it('says so when there is no account', () => {
    expect(trayLines({ ...facts, language: 'zh-CN', accounts: [] }).at(-1)?.label).toBe('还没有公众号');
  });

  it('can be clicked to open and to quit, and nowhere else', () => {
    const done: string[] = [];
    const template = trayTemplate(facts, { open: () => done.push('open'), quit: () => done.push('quit') });
    const clickable = template.filter(({ enabled, type }) => enabled !== false && type !== 'separator');
    expect(clickable.map(({ id }) => id)).toEqual(['open', 'quit']);
    for (const { click } of clickable) (click as () => void)();
    expect(done).toEqual(['open', 'quit']);
  });

  it('shows an "&" as an "&"', () => {
    const labels = trayTemplate(facts, nothing).map(({ label }) => label);
    expect(labels).toContain('R&&D: AppID or AppSecret is wrong');
  });

  it('has a tooltip that Windows does not refuse', () => {
    const accounts = Array.from({ length: 9 }, () => ({
      name: '很长的公众号名称',
      trouble: 'token' as const,
    }));
    expect(trayTooltip({ ...facts, accounts }).length).toBeLessThanOrEqual(127);
    expect(trayTooltip({ ...facts, accounts }).split('\n')[1]).toContain('很长的公众号名称: ');
    expect(trayTooltip(facts)).toContain('http://192.168.1.20:5180');
  });
});
