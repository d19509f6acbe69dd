import { describe, expect, it } from 'vitest';
import { type MenuFacts, menuTemplate } from '#main/menu.ts';

interface Item {
  role?: string;
  label?: string;
  visible?: boolean;
  submenu?: unknown;
}

function itemsOf(facts: MenuFacts): Item[] {
  const flatten = (items: readonly Item[]): Item[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
  return flatten(menuTemplate(facts));
}

function rolesOf(facts: MenuFacts): (string | undefined)[] {
  return itemsOf(facts).map((item) => item.role);
}

const linux: MenuFacts = { language: 'en', mac: false, packaged: true };
const editing = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'];
const zooming = ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'];

describe('the application menu', () => {
  it.each([linux, { ...linux, mac: true }])('edits, zooms, closes and quits by role: %o', (facts) => {
    expect(rolesOf(facts)).toEqual(
      expect.arrayContaining([...editing, ...zooming, 'close', 'quit', 'about']),
    );
  });

  it('has the application’s own menu first on macOS', () => {
    expect(menuTemplate({ ...linux, mac: true })[0]).toMatchObject({ id: 'application' });
    expect(rolesOf(linux)).not.toContain('hide');
  });

  it('reloads and shows developer tools only unpackaged', () => {
    expect(rolesOf(linux)).not.toContain('reload');
    expect(rolesOf(linux)).not.toContain('toggleDevTools');
    expect(rolesOf({ ...linux, packaged: false })).toEqual(
      expect.arrayContaining(['reload', 'toggleDevTools']),
    );
  });

  it('speaks the operator’s language throughout', () => {
    const chinese = itemsOf({ language: 'zh-CN', mac: true, packaged: false });
    const labels = chinese.flatMap((item) => item.label ?? []);
    expect(labels).toContain('粘贴');
    expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual(['FollowDesk']);
    expect(
      itemsOf(linux)
        .flatMap((item) => item.label ?? [])
        .join(),
    ).not.toMatch(/\p{Script=Han}/u);
  });
});
