/** What the about box says: which FollowDesk this is, on what it runs, and where the data is. */
import type { AboutPanelOptionsOptions } from 'electron';
import type { Language } from '#shared/model/host.ts';

export interface AboutFacts {
  language: Language;
  platform: NodeJS.Platform;
  version: string;
  electron: string;
  node: string;
  dataFolder: string;
  icon: string;
}

/** For `app.setAboutPanelOptions`. Linux shows no credits, so the facts stand where the copyright would. */
export function aboutPanel(facts: AboutFacts): AboutPanelOptionsOptions {
  const folder = facts.language === 'en' ? 'Data folder' : '数据文件夹';
  const lines = [
    `Electron ${facts.electron} · Node.js ${facts.node}`,
    `${folder}${facts.language === 'en' ? ': ' : '：'}${facts.dataFolder}`,
  ].join('\n');
  return {
    applicationName: '关注台 FollowDesk',
    applicationVersion: facts.version,
    // macOS would add Electron's own build number.
    version: '',
    iconPath: facts.icon,
    ...(facts.platform === 'linux' ? { copyright: lines } : { credits: lines, copyright: '' }),
  };
}
