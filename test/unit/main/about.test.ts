import { describe, expect, it } from 'vitest';
import { type AboutFacts, aboutPanel } from '#main/about.ts';

const facts: AboutFacts = {
  language: 'en',
  platform: 'win32',
  version: '1.2.3',
  electron: '45.4.1',
  node: '24.18.0',
  dataFolder: '/home/me/FollowDesk',
  icon: '/icon.png',
};

describe('the about box', () => {
  it.each([
    ['win32', 'credits'],
    ['darwin', 'credits'],
    ['linux', 'copyright'],
  ] as const)('on %s says version, runtime and data folder where it is shown: %s', (platform, place) => {
    const panel = aboutPanel({ ...facts, platform });
    expect(panel).toMatchObject({ applicationVersion: '1.2.3', iconPath: '/icon.png' });
    for (const fact of ['45.4.1', '24.18.0', '/home/me/FollowDesk']) expect(panel[place]).toContain(fact);
  });

  it('speaks the operator’s language', () => {
    expect(aboutPanel(facts).credits).toContain('Data folder: ');
    expect(aboutPanel({ ...facts, language: 'zh-CN' }).credits).toContain('数据文件夹：');
  });
});
