/**
 * Why packaging failed, in one line. The rule: what could not be downloaded is named together with the variable
 * that names a mirror for it; an address is never repeated, since a mirror's may hold a password.
 */

type Download = 'runtime' | 'tools';

const REMEDIES: Record<Download, readonly [zh: string, en: string]> = {
  runtime: [
    '下载不到 Electron 运行时（可用 ELECTRON_MIRROR 指定镜像，或用 ELECTRON_OVERRIDE_DIST_PATH 指定已有的运行时）',
    'Electron’s runtime could not be downloaded (ELECTRON_MIRROR names a mirror, ELECTRON_OVERRIDE_DIST_PATH a runtime you have)',
  ],
  tools: [
    '下载不到打包工具（可用 ELECTRON_BUILDER_BINARIES_MIRROR 指定镜像）',
    'the packaging tools could not be downloaded (ELECTRON_BUILDER_BINARIES_MIRROR names a mirror)',
  ],
};

/** What electron-builder's `build` rejected with, for the terminal: Chinese and English, no stack. */
export function explainFailure(error: unknown): string {
  const address = downloadedFrom(error);
  if (address === null) {
    const message = error instanceof Error ? error.message : String(error);
    return `打包失败 · Packaging failed: ${message.split('\n', 1)[0]}`;
  }
  const file = decodeURIComponent(address.pathname.split('/').at(-1) ?? '');
  const [zh, en] = REMEDIES[kindOf(file)];
  return `打包失败：${zh} · Packaging failed: ${en}: ${file}, ${reasonOf(error)}`;
}

/** The runtime's files are called after Electron and its version wherever they come from. */
function kindOf(file: string): Download {
  return /^(electron-v\d|SHASUMS256)/.test(file) ? 'runtime' : 'tools';
}

/** The address asked for, before any redirect to a name that says nothing; null when it was no download. */
function downloadedFrom(error: unknown): URL | null {
  if (!(error instanceof Error)) return null;
  const { request, cause } = error as Error & { request?: { requestUrl?: string | URL } };
  const address = request?.requestUrl;
  return address === undefined ? downloadedFrom(cause) : URL.parse(address);
}

function reasonOf(error: unknown): string {
  const { code, response } = error as { code?: string; response?: { statusCode?: number } };
  return response?.statusCode === undefined ? (code ?? 'no answer') : `HTTP ${response.statusCode}`;
}
