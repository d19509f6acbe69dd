import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetFile } from '#main/asset-path.ts';

const folder = `${sep}app${sep}renderer`;
const page = { path: `${folder}${sep}index.html`, type: 'text/html; charset=utf-8' };

describe('an address of the console names a file below the folder', () => {
  it.each([
    'followdesk://console/',
    'followdesk://console',
    'followdesk://console/index.html?x#y',
    'followdesk://console/accounts',
  ])('the page: %s', (address) => expect(assetFile(folder, address)).toEqual(page));

  it.each([
    ['followdesk://console/assets/main-1a2b.js', 'assets/main-1a2b.js', 'text/javascript; charset=utf-8'],
    ['followdesk://console/assets/main.css?v=1', 'assets/main.css', 'text/css; charset=utf-8'],
    ['followdesk://console/%E5%8F%B0.svg', '台.svg', 'image/svg+xml; charset=utf-8'],
    ['followdesk://console/a/../ding.mp3', 'ding.mp3', 'audio/mpeg'],
  ])('%s', (address, path, type) => {
    expect(assetFile(folder, address)).toEqual({ path: `${folder}${sep}${path.replaceAll('/', sep)}`, type });
  });
});

describe('nothing outside the folder is served', () => {
  it.each([
    'followdesk://console/..%2f..%2fetc%2fhosts.json',
    'followdesk://console/%2e%2e%2fsettings.json',
    'followdesk://console/assets/..%2f..%2fmain%2findex.js',
    'followdesk://console/..%5c..%5csettings.json',
    'followdesk://console/../../renderer-of-others/..%2f..%2frenderer2%2fx.js',
    'followdesk://console/main.js%00.html',
    'followdesk://console/%E0%A4%A.js',
  ])('%s', (address) => expect(assetFile(folder, address)).toBeNull());

  it('not a folder whose name only begins the same', () => {
    expect(assetFile(folder, 'followdesk://console/..%2frenderer2%2fmain.js')).toBeNull();
  });

  it.each(['followdesk://other/index.html', 'https://console/index.html', 'file:///app/renderer/index.html'])(
    'not for a foreign address: %s',
    (address) => expect(assetFile(folder, address)).toBeNull(),
  );

  it('not a type we do not ship', () => {
    expect(assetFile(folder, 'followdesk://console/main.js.map')).toBeNull();
    expect(assetFile(folder, 'followdesk://console/settings.db')).toBeNull();
  });
});
