/** The command palette: where to go and what to do, by typing. `words` are what else people may type. */
import type { Wording } from '../wording.ts';
import type { palette as chinese } from '../zh-CN/palette.ts';

export const palette = {
  title: 'Command palette',
  short: 'Commands',
  placeholder: 'Where to, or what to do?',
  none: 'Nothing matches "{{query}}"',
  noneRemedy: 'Try another word, such as "settings" or the name of an entry.',
  found: '{{count}} found',
  keys: { choose: 'choose', run: 'run', close: 'close' },
  sections: { go: 'Go to', desk: 'Desk', entry: 'Entry', account: 'Account', appearance: 'Appearance' },
  addAccount: 'Add an account',
  copyLink: 'Copy the link of "{{name}}"',
  linkCopied: 'Copied the link of "{{name}}"',
  linkNotCopied: 'The link could not be copied. Press "Copy link" on the desk.',
  entry: 'Show the entry "{{name}}"',
  account: 'Switch to "{{name}}"',
  light: 'Use the light theme',
  dark: 'Use the dark theme',
  system: 'Let the theme follow the system',
  language: 'Change the language to {{language}}',
  words: {
    desk: 'home live qr code scan',
    lookup: 'openid batch check people',
    followers: 'fans directory tags sync',
    records: 'scans export charts history csv xlsx',
    accounts: 'official account appid appsecret',
    doctor: 'check diagnose error rid inspector calls log',
    settings: 'preferences options port public url',
    addAccount: 'new appid connect',
    copyLink: 'url qr code',
    entry: 'code switch pick',
    account: 'choose change',
    theme: 'light dark system night colour color',
    language: 'english chinese',
  },
} as const satisfies Wording<typeof chinese>;
