import { EventEmitter } from 'node:events';
import type { MessageBoxOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { createReloadBudget, recoverPage } from '#main/recovery.ts';
import type { Language } from '#shared/model/host.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLogger } from '../../support/recording-logger.ts';

/** A page, and a user who answers each box with the next number. */
function open(answers: number[] = [], language: Language = 'en') {
  const events = new EventEmitter();
  const clock = manualClock();
  const done: string[] = [];
  const boxes: MessageBoxOptions[] = [];
  const state = { destroyed: false };
  const contents = {
    on: events.on.bind(events) as Electron.WebContents['on'],
    isDestroyed: () => state.destroyed,
    reload: () => void done.push('reload'),
    forcefullyCrashRenderer() {
      done.push('crash');
      events.emit('render-process-gone', {}, { reason: 'killed' });
    },
  };
  recoverPage({
    contents,
    ask(options) {
      boxes.push(options);
      const answer = answers.shift();
      if (answer !== undefined) return Promise.resolve({ response: answer, checkboxChecked: false });
      // Left open until it is taken away, which counts as cancelled.
      return new Promise((resolve) => {
        const cancel = () => resolve({ response: options.cancelId ?? -1, checkboxChecked: false });
        options.signal?.addEventListener('abort', cancel);
      });
    },
    quit: () => void done.push('quit'),
    language: () => language,
    clock,
    logger: recordingLogger(),
  });
  async function tell(event: string, details?: object): Promise<void> {
    events.emit(event, {}, details);
    for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
  }
  const crash = (reason = 'crashed') => tell('render-process-gone', { reason });
  return {
    clock,
    done,
    boxes,
    state,
    crash,
    hang: () => tell('unresponsive'),
    answer: () => tell('responsive'),
  };
}

describe('a page that crashes', () => {
  it.each(['crashed', 'oom', 'killed', 'abnormal-exit'])('comes back by itself: %s', async (reason) => {
    const { crash, done, boxes } = open();
    await crash(reason);
    expect([done, boxes]).toEqual([['reload'], []]);
  });

  it('does not, when it ended as it should or its window is gone', async () => {
    const { crash, done, state } = open();
    await crash('clean-exit');
    state.destroyed = true;
    await crash();
    expect(done).toEqual([]);
  });

  it('asks after three times in a minute: again, or enough', async () => {
    const { crash, done, boxes } = open([0, 1]);
    for (let time = 0; time < 3; time += 1) await crash();
    expect(done).toEqual(['reload', 'reload', 'reload']);
    await crash();
    expect(done).toHaveLength(4);
    await crash();
    expect(done.at(-1)).toBe('quit');
    expect(boxes).toHaveLength(2);
    expect(boxes[0]?.buttons).toEqual(['Reload', 'Quit FollowDesk']);
  });

  it('may do so again a minute later', () => {
    const clock = manualClock();
    const mayReload = createReloadBudget(clock);
    expect([mayReload(), mayReload(), mayReload(), mayReload()]).toEqual([true, true, true, false]);
    clock.advance(59_999);
    expect(mayReload()).toBe(false);
    clock.advance(1);
    expect(mayReload()).toBe(true);
  });
});

describe('a page that hangs', () => {
  it('is waited for', async () => {
    const { hang, done, boxes } = open([0]);
    await hang();
    expect([done, boxes[0]?.buttons]).toEqual([[], ['Wait', 'Reload']]);
  });

  it('is replaced, once, when that is wanted', async () => {
    const { hang, done } = open([1]);
    await hang();
    expect(done).toEqual(['crash', 'reload']);
  });

  it('takes its box away when it answers again, and shows one box at a time', async () => {
    const { hang, answer, done, boxes } = open();
    await hang();
    await hang();
    expect(boxes).toHaveLength(1);
    await answer();
    expect(done).toEqual([]);
    await hang();
    expect(boxes).toHaveLength(2);
  });
});

it('asks in the operator’s language', async () => {
  const { hang, boxes } = open([0], 'zh-CN');
  await hang();
  expect(`${boxes[0]?.message}${boxes[0]?.detail}${boxes[0]?.buttons?.join()}`).not.toMatch(/[a-z]/i);
});
