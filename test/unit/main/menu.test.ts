import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type MenuFacts, menuTemplate } from '#main/menu.ts';
import { resources } from '#renderer/text/resources.ts';
import { ConsoleScreen, type Language } from '#shared/model/host.ts';

const linux: MenuFacts = { language: 'en', mac: false, packaged: true, automaticUpdates: null, kiosk: false };
const mac: MenuFacts = { ...linux, mac: true };
const editing = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'];
const zooming = ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'];

function menuOf(facts: MenuFacts) {
  const done: string[] = [];
  const template = menuTemplate(facts, {
    goTo: (screen) => done.push(`goTo ${screen}`),
    openPalette: () => done.push('openPalette'),
    openLogFolder: () => done.push('openLogFolder'),
    showAbout: () => done.push('showAbout'),
    checkForUpdates: () => done.push('checkForUpdates'),
    setAutomaticUpdates: (on) => done.push(`setAutomaticUpdates ${on}`),
  });
  const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
  const items = flatten(template);
  return {
    template,
    items,
    roles: items.map(({ role }) => role),
    labels: items.flatMap(({ label }) => label ?? []),
    /** Clicks our own items one after the other, and answers what that did. */
    click(...ids: string[]): string[] {
      for (const id of ids) {
        const click = items.find((item) => item.id === id)?.click as (() => void) | undefined;
        click?.();
      }
      return done;
    },
  };
}

describe('the application menu', () => {
  it.each([linux, mac])('edits, zooms, closes and quits by role: %o', (facts) => {
    expect(menuOf(facts).roles).toEqual(expect.arrayContaining([...editing, ...zooming, 'close', 'quit']));
  });

  it('has the application’s own menu first on macOS, with the about box in it', () => {
    expect(menuOf(mac).template[0]).toMatchObject({
      id: 'application',
      submenu: [{ id: 'about' }, {}, {}, {}, {}, {}, {}, {}, {}],
    });
    expect(menuOf(linux).roles).not.toContain('hide');
  });

  it('reloads and shows developer tools only unpackaged', () => {
    expect(menuOf(linux).roles).not.toContain('reload');
    expect(menuOf(linux).roles).not.toContain('toggleDevTools');
    const { roles } = menuOf({ ...linux, packaged: false });
    expect(roles).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  it.each([linux, mac])(
    'leads to each screen by its number, to the palette, the log and the about box: %o',
    (facts) => {
      const menu = menuOf(facts);
      expect(menu.click(...ConsoleScreen.options, 'palette', 'logFolder', 'about')).toEqual([
        ...ConsoleScreen.options.map((screen) => `goTo ${screen}`),
        'openPalette',
        'openLogFolder',
        'showAbout',
      ]);
      const keys = menu.items.flatMap(({ id, accelerator }) => (accelerator ? [[id, accelerator]] : []));
      expect(Object.fromEntries(keys)).toMatchObject({
        desk: 'CommandOrControl+1',
        lookup: 'CommandOrControl+2',
        settings: 'CommandOrControl+7',
        palette: 'CommandOrControl+K',
      });
      expect(new Set(keys.map(([, key]) => key)).size).toBe(keys.length);
    },
  );

  it('names each item once', () => {
    const ids = menuOf({ ...mac, packaged: false }).items.flatMap(({ id }) => id ?? []);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(['zh-CN', 'en'] satisfies Language[])(
    'calls the screens what the console calls them: %s',
    (language) => {
      const { items } = menuOf({ ...linux, language });
      for (const screen of ConsoleScreen.options) {
        const label = items.find(({ id }) => id === screen)?.label;
        expect(label).toBe(resources[language].common.screens[screen]);
      }
    },
  );

  it('speaks the operator’s language throughout', () => {
    const chinese = menuOf({ ...mac, language: 'zh-CN', packaged: false }).labels;
    expect(chinese).toContain('粘贴');
    expect(chinese.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual(['FollowDesk']);
    expect(menuOf(linux).labels.join()).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('in kiosk mode', () => {
  it.each([linux, mac])('there is nothing but editing: %o', (facts) => {
    const menu = menuOf({ ...facts, packaged: false, automaticUpdates: true, kiosk: true });
    expect(menu.template.map(({ id }) => id)).toEqual(['edit']);
    expect(menu.roles).not.toEqual(expect.arrayContaining([expect.stringMatching(/quit|close|reload|Dev/)]));
  });
});

describe('newer versions', () => {
  it('are offered only by a build that has a place to ask', () => {
    expect(menuOf(linux).items.some(({ id }) => id === 'checkForUpdates')).toBe(false);
    const { items, click } = menuOf({ ...linux, automaticUpdates: true });
    expect(items.find(({ id }) => id === 'automaticUpdates')).toMatchObject({
      type: 'checkbox',
      checked: true,
    });
    expect(click('checkForUpdates')).toEqual(['checkForUpdates']);
  });
});
