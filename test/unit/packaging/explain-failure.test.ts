/** What `npm run package` says when it fails: the piece that is missing, the remedy, and never an address. */
import { expect, test } from 'vitest';
import { explainFailure } from '../../../scripts/explain-failure.ts';

const RELEASES = 'https://operator:planted@mirror.example';
const RUNTIME = `${RELEASES}/v45.4.1/electron-v45.4.1-linux-x64.zip?key=planted`;
const TOOL = `${RELEASES}/appimage@1.0.3/appimage-tools-runtime.tar.gz`;

function downloadError(address: string, facts: object = { code: 'ENOTFOUND' }): Error {
  const error = new Error(`getaddrinfo failed for ${address}`);
  return Object.assign(error, { request: { requestUrl: new URL(address) }, ...facts });
}

test('names the runtime and its mirror', () => {
  const line = explainFailure(downloadError(RUNTIME));
  expect(line).toContain('electron-v45.4.1-linux-x64.zip, ENOTFOUND');
  expect(line).toContain('ELECTRON_MIRROR');
  expect(line).not.toContain('BINARIES_MIRROR');
  expect(line).not.toMatch(/planted|mirror\.example|\n/);
});

test('names a tool and its mirror, also behind another error', () => {
  const refused = downloadError(TOOL, { response: { statusCode: 403 } });
  for (const error of [refused, new Error('AppImage could not be built', { cause: refused })]) {
    const line = explainFailure(error);
    expect(line).toContain('appimage-tools-runtime.tar.gz');
    expect(line).toContain('ELECTRON_BUILDER_BINARIES_MIRROR');
  }
  expect(explainFailure(refused)).toContain('HTTP 403');
});

test('tells anything else in its own first line', () => {
  expect(explainFailure(new Error('out/main/index.js does not exist\n    at somewhere'))).toBe(
    '打包失败 · Packaging failed: out/main/index.js does not exist',
  );
  expect(explainFailure('stopped')).toContain('stopped');
});
