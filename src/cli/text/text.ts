/** The terminal's language: the first of LC_ALL, LC_MESSAGES and LANG that is set, as everywhere in FollowDesk. */
import { english } from './en.ts';
import { chinese, type Text } from './zh-CN.ts';

export function terminalText(env: NodeJS.ProcessEnv): Text {
  return isChinese(env) ? chinese : english;
}

export function isChinese(env: NodeJS.ProcessEnv): boolean {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
}
