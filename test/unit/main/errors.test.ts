import { describe, expect, it } from 'vitest';
import { DatabaseDamaged, FolderInUse, StorageFailed } from '#core/errors.ts';
import { ConsoleMissing, describeStartFailure, isForeseen } from '#main/errors.ts';

const english = { language: 'en', dataFolder: '/data' } as const;
const failures = [
  new FolderInUse('/data'),
  new DatabaseDamaged('/data/scans.db', new Error('secret-detail')),
  new StorageFailed('full', new Error('ENOSPC: secret-detail')),
  new StorageFailed('read_only', new Error('EROFS: secret-detail')),
  new StorageFailed('other', new Error('EIO: secret-detail')),
  new ConsoleMissing(new Error('ERR_FAILED: secret-detail')),
  new TypeError('x is not a function: secret-detail'),
  'secret-detail',
];

describe('why FollowDesk could not start', () => {
  it.each(failures)('has a title and a remedy in both languages: %s', (failure) => {
    const zh = describeStartFailure(failure, { ...english, language: 'zh-CN' });
    const en = describeStartFailure(failure, english);
    expect(zh.title).toMatch(/\p{Script=Han}/u);
    expect(zh.content).toMatch(/\p{Script=Han}.*\n\n.*\/data/su);
    expect(en.title + en.content).not.toMatch(/\p{Script=Han}/u);
    expect(en.content).toContain('/data');
    expect(JSON.stringify([zh, en])).not.toMatch(/secret-detail|at .*:\d+/);
  });

  it('has a stack in the log only when nobody foresaw it', () => {
    expect(failures.map(isForeseen)).toEqual([true, true, true, true, true, true, false, false]);
  });

  it('tells the failures apart', () => {
    const titles = failures.slice(0, 7).map((failure) => describeStartFailure(failure, english).title);
    expect(new Set(titles).size).toBe(7);
  });
});
