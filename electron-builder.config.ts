/**
 * What a packaged FollowDesk is: which files, which fuses, which installers. The rule: only what was built is
 * shipped, and a release cannot be turned into plain Node or inspected from outside; the QA build differs in the
 * one fuse that Playwright needs, and never updates itself.
 * @see https://www.electronjs.org/docs/latest/tutorial/fuses
 */
import type { Configuration } from 'electron-builder';

export interface Packaging {
  /** True: the build that Playwright can drive. */
  qa: boolean;
  /** Where releases are published; null: this build never looks for another one. */
  updateUrl: string | null;
}

/** `FOLLOWDESK_QA=1` and `FOLLOWDESK_UPDATE_URL`. @throws when updates would come over an unprotected line. */
export function readPackaging(env: NodeJS.ProcessEnv): Packaging {
  const qa = env.FOLLOWDESK_QA === '1';
  const address = env.FOLLOWDESK_UPDATE_URL?.trim();
  if (!address) return { qa, updateUrl: null };
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') {
    throw new Error('FOLLOWDESK_UPDATE_URL must be an https address: what it answers is installed.');
  }
  return { qa, updateUrl: qa ? null : address };
}

/** electron-builder's configuration of one kind of build. */
export function describePackages({ qa, updateUrl }: Packaging): Configuration {
  return {
    appId: 'app.followdesk.console',
    productName: 'FollowDesk',
    copyright: 'Copyright © FollowDesk',
    // The deb needs both, and there is no public home yet: a reserved name rather than somebody else's.
    extraMetadata: {
      homepage: 'https://followdesk.example',
      author: { name: 'FollowDesk', email: 'maintainers@followdesk.example' },
      // Desktops tie a window to its launcher by this name.
      desktopName: 'followdesk.desktop',
    },

    directories: { buildResources: 'resources', output: `out/packages/${qa ? 'qa' : 'release'}` },
    // Of node_modules electron-builder takes the production dependencies, and of these all but what is excluded here.
    files: [
      'package.json',
      'out/{main,preload,renderer}/**',
      'resources/**',
      '!out/main/launch.js',
      '!**/*.{map,ts,mts,cts,tsbuildinfo}',
      '!**/node_modules/*/{test,tests,__tests__,example,examples,docs,benchmark,benchmarks}/**',
      '!**/node_modules/@*/*/{test,tests,__tests__,example,examples,docs,benchmark,benchmarks}/**',
    ],
    asar: true,
    // Nothing native is shipped: SQLite is part of Electron's Node.
    npmRebuild: false,
    allowMissingDependencies: false,
    electronLanguages: ['en-US', 'zh-CN', 'zh-TW'],

    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: qa,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      // Apple silicon starts nothing whose signature broke, and without an identity nobody signs after the fuses.
      resetAdHocDarwinSignature: true,
    },

    icon: 'resources/icon.png',
    protocols: { name: 'FollowDesk', schemes: ['followdesk'] },
    artifactName: `FollowDesk-\${version}${qa ? '-qa' : ''}-\${os}-\${arch}.\${ext}`,
    win: { target: [{ target: 'nsis', arch: ['x64'] }] },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['zh_CN', 'en_US'],
      // Accounts and scans outlive the app; uninstalling to install again must lose nothing.
      deleteAppDataOnUninstall: false,
    },
    mac: {
      category: 'public.app-category.business',
      hardenedRuntime: true,
      // Squirrel.Mac updates from a zip; without updates nobody needs one.
      target: (updateUrl === null ? ['dmg'] : ['dmg', 'zip']).map((target) => ({
        target,
        arch: ['x64', 'arm64'],
      })),
    },
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'followdesk',
      syncDesktopName: true,
      category: 'Office',
      synopsis: 'Tells at the door who follows your WeChat Official Account',
    },
    // This runtime needs no libfuse2, which current distributions no longer install.
    toolsets: { appimage: '1.0.3' },

    publish: updateUrl === null ? null : { provider: 'generic', url: updateUrl },
  };
}

export default describePackages(readPackaging(process.env));
