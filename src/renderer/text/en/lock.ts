/** The lock: the PIN, what asks for it, and kiosk mode. */
import type { Wording } from '../wording.ts';
import type { lock as chinese } from '../zh-CN/lock.ts';

export const lock = {
  lockNow: 'Lock',
  locked: 'Locked',
  unlock: 'Unlock',
  lockTitle: 'Lock the console',
  title: '{{screen}}: locked',
  body: 'Type the PIN to unlock. Desk, look up and records work without it.',
  question: 'This needs the PIN',
  questionBody: 'Unlock, then do it once more.',
  pad: {
    label: 'PIN',
    delete: 'Delete a digit',
    enter: 'OK',
    digit: 'Digit {{digit}}',
  },
  wrong: 'Wrong PIN. Tries left: {{count}}.',
  wait: 'Too many wrong tries. Wait {{time}}.',
  seconds: '{{seconds}} s',
  minutes: '{{minutes}} min {{seconds}} s',
  ready: 'You can try once more now.',
  forgotten: {
    link: 'Forgot the PIN?',
    title: 'Forgot the PIN',
    secret:
      'Type the AppSecret of any account kept here to remove the PIN; then you can set a new one. WeChat shows an AppSecret in its console under Basic configuration, after a reset.',
    secretLabel: 'AppSecret',
    secretRequired: 'Type an AppSecret.',
    remove: 'Remove the PIN',
    removed: 'The PIN is removed. Set a new one under Settings.',
    none: 'There is no AppSecret here to compare with. Use one of these ways.',
    others: 'Other ways',
    command: 'Ask whoever started FollowDesk to run (the terminal printed the console token):',
    copyCommand: 'Copy the command',
    file: 'Quit FollowDesk, open settings.json in the data folder {{folder}}, delete the "lock" part, and start again. Accounts and records stay.',
    fileAfterRestart:
      'Restart the computer. Before you open FollowDesk, open settings.json in the data folder {{folder}} and delete the "lock" part. Accounts and records stay.',
    back: 'Back',
  },
  kiosk: {
    leave: 'Leave kiosk mode',
    leaveBody: 'Type the PIN to get the whole console back.',
    fullscreen: 'Full screen',
    title: 'Kiosk mode',
  },
  settings: {
    intro:
      'The PIN stops whoever stands at the screen: accounts, followers, doctor and settings, and exporting and deleting, ask for it first. Desk, look up and records go on without. It does not protect the data folder: whoever can open that is past it.',
    none: 'No PIN is set. Anybody can change these settings.',
    pin: 'PIN',
    newPin: 'New PIN',
    pinHelp: '4 to 12 digits. Note it elsewhere.',
    again: 'Once more',
    current: 'Present PIN',
    set: 'Set the PIN',
    change: 'Change…',
    remove: 'Remove the PIN…',
    lockNow: 'Lock now',
    save: 'Save',
    confirmRemove: 'Remove the PIN',
    state: 'Set',
    saved: 'The PIN is set.',
    removed: 'The PIN is removed. Nothing is locked any more.',
    problems: { digits: 'A PIN has 4 to 12 digits.', different: 'The two differ.' },
    idle: 'Lock when nobody is there',
    idleNever: 'Never by itself',
    idleMinutes: 'After {{count}} min',
    idleHelp: 'It always starts locked.',
    idleHelpDesktop:
      'It always starts locked, and locks at once when the computer sleeps, its screen locks or the user changes.',
    kiosk: 'Kiosk mode',
    kioskIntro:
      'Leaves only the desk, for a check-in table or a tablet at the door. Only the PIN ends it; a restart does not.',
    kioskWindow: 'The window fills the screen and does not close.',
    kioskBrowser:
      'The browser goes full screen, but FollowDesk does not rule the browser: its tab can be closed. For more, use the kiosk mode of the browser or the system.',
    kioskStart: 'Start kiosk mode',
    kioskNeedsPin: 'Set a PIN first, or nobody could leave it.',
  },
} as const satisfies Wording<typeof chinese>;
