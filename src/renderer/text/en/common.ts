/** Words every screen shares. */
import type { Wording } from '../wording.ts';
import type { common as chinese } from '../zh-CN/common.ts';

export const common = {
  product: 'FollowDesk',
  skipToContent: 'Skip to the main content',
  navigation: 'Main navigation',
  screens: {
    desk: 'Desk',
    lookup: 'Look up',
    followers: 'Followers',
    records: 'Records',
    accounts: 'Accounts',
    doctor: 'Doctor',
    settings: 'Settings',
  },
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  save: 'Save',
  remove: 'Delete',
  edit: 'Edit',
  copy: 'Copy',
  copied: 'Copied',
  copyOpenid: 'Copy the whole openid',
  reveal: 'Show the whole openid',
  hide: 'Hide',
  currentAccount: 'Current account',
  sandbox: 'Sandbox',
  verdicts: { followed: 'Followed', not_followed: 'Not followed', unknown: 'Unknown' },
  callback: {
    label: 'Callback address',
    listening: 'Callback address is up',
    failed: 'Callback address is down',
    unknown: 'Checking the callback address…',
    copy: 'Copy the callback address',
  },
  connection: {
    lost: 'Lost the connection to FollowDesk, reconnecting… What you miss is filled in afterwards. If it lasts, check that FollowDesk is running.',
  },
  session: {
    title: 'This page is no longer signed in',
    body: 'FollowDesk may have been restarted. Go back to the terminal it runs in and open the link printed there again.',
    reload: 'I have opened it, reload',
  },
  crash: {
    title: 'This page has failed',
    remedy:
      'Scans and records are not affected. Reload the page; if it happens again, send the details below to the maintainers.',
  },
  notices: {
    settings_restored:
      'The settings file was damaged and has been restored from the latest backup. Please check accounts and settings.',
    settings_lost:
      'The settings file was damaged and there is no usable backup. Add your accounts again; no scan is lost.',
    settings_newer:
      'The settings were written by a newer FollowDesk and cannot be read by this one; they are kept unchanged in the backups folder. The latest readable version is in use. Install the newer FollowDesk to go back to them.',
    storage_full: 'The disk is full: new scans cannot be saved. Free some space now.',
    storage_read_only: 'The data folder is read-only: new scans cannot be saved. Check its permissions.',
    token_taken: "Another system touched an account's access_token and made it expire early.",
    vault_undecided:
      'This machine has no usable keychain. Until you decide how secrets are kept, none is stored.',
    decide: 'Decide',
    look: 'Have a look',
    backups: 'See the backups',
  },
  callbackFailed: {
    PORT_IN_USE: 'Port {{port}} is used by another program, so phones cannot come back to FollowDesk.',
    PORT_FORBIDDEN: 'The system does not allow port {{port}}, so phones cannot come back to FollowDesk.',
    ADDRESS_UNKNOWN:
      'This machine does not have the callback address set in Settings, so phones cannot come back to FollowDesk.',
    LISTEN_FAILED: 'Port {{port}} cannot be opened, so phones cannot come back to FollowDesk.',
    use: 'Use port {{port}} instead',
    settings: 'Open Settings',
  },
} as const satisfies Wording<typeof chinese>;
