/** What the operator is asked and told about updates. The rule: the safe button is the one that changes nothing. */
import type { MessageBoxOptions } from 'electron';
import type { Language } from '#shared/model/host.ts';

export type UpdateNews =
  | { kind: 'download' | 'install'; version: string }
  | { kind: 'current' }
  | { kind: 'failed' };

type Words = readonly [message: string, detail: string, ...buttons: string[]];

const WORDS: Record<Language, Record<UpdateNews['kind'], Words>> = {
  'zh-CN': {
    download: ['发现新版本 {version}', '现在下载吗？下载完成后会再问一次是否安装。', '下载', '以后再说'],
    install: [
      '新版本 {version} 已下载',
      '安装时关注台会先保存一切再退出，期间访客无法扫码。',
      '退出并安装',
      '以后再说',
    ],
    current: ['已经是最新版本', '没有可用的更新。', '好'],
    failed: ['无法更新', '请检查网络后再试；原因记在日志里。关注台可以照常使用。', '好'],
  },
  en: {
    download: [
      'FollowDesk {version} is available',
      'Download it now? You will be asked again before it is installed.',
      'Download',
      'Later',
    ],
    install: [
      'FollowDesk {version} is downloaded',
      'To install it, FollowDesk saves everything and quits; visitors cannot scan meanwhile.',
      'Quit and Install',
      'Later',
    ],
    current: ['FollowDesk is up to date', 'There is no newer version.', 'OK'],
    failed: [
      'FollowDesk could not be updated',
      'Check the network and try again; the reason is in the log. FollowDesk works on as it is.',
      'OK',
    ],
  },
};

/** The box to show; button 0 says yes, and closing the box never does. */
export function updateBox(news: UpdateNews, language: Language): MessageBoxOptions {
  const [message, detail, ...buttons] = WORDS[language][news.kind];
  const last = buttons.length - 1;
  return {
    type: 'info',
    title: 'FollowDesk',
    message: 'version' in news ? message.replace('{version}', news.version) : message,
    detail,
    buttons,
    defaultId: last,
    cancelId: last,
    noLink: true,
  };
}
