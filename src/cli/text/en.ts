/** What `followdesk` says, in English. */
import { englishReasons } from './reasons.ts';
import type { Text } from './zh-CN.ts';

const usage = `Usage: followdesk <command> [options]

  lookup OPENID… | -     do these people follow? ("-" reads them from standard input, any separator)
      --account ACCOUNT      id, AppID or name; may be left out when there is one account
  scans                  the scans on record, newest first
      --entry ENTRY --account ACCOUNT --openid OPENID --verdict followed|not_followed|unknown
      --reason REASON --annulled true|false --from TIME --to TIME --limit 50
  export scans           the scans as a file; takes the filters above
  export lookup --id ID  the answers of a look-up as a file
      --format csv|xlsx|jsonl  if left out, as the ending of --out says
      --out FILE               "-" is standard output; if left out, named by the host
      --mask                   openids and unionids by their first and last four characters
  doctor                 the checks; the exit code is 1 when an account is unwell
      --account ACCOUNT
  accounts               the accounts
  simulate [options]     runs a pretend WeChat (options as for npm run simulate)

  --url URL      where the console is, like http://127.0.0.1:5181          FOLLOWDESK_URL
  --token TOKEN  the sign-in token; everybody here can read a command line,
                 so prefer the variable                                    FOLLOWDESK_CONSOLE_TOKEN
  --json         one JSON object per line
  --help

  Times are 2026-11-23 (its midnight), 2026-11-23T09:00 (this machine's time) or 2026-11-23T09:00:00Z.
  Exit codes: 0 fine · 1 the answer is bad or not complete · 2 wrong command line · 3 no FollowDesk there
              4 wrong token · 5 FollowDesk answered with an error · 70 a fault of this program
`;

export const english: Text = {
  usage,
  noCommand: 'There is no such command. There are lookup, scans, export, doctor, accounts and simulate.',
  badOption: (option) => `${option} is not an option, or lacks its value. See followdesk --help.`,
  notAnOption: (option, command) => `${command} has no option ${option}.`,
  tooMuch: (command) => `${command} takes no more words than its options. See followdesk --help.`,
  notOneOf: (option, values) => `${option} must be one of ${values.join(', ')}.`,
  notACount: (option) => `${option} must be a whole number above 0.`,
  notATime: (option) => `${option} must be a time like 2026-11-23 or 2026-11-23T09:00.`,
  whatToExport: 'Say what to export: export scans, or export lookup --id ID.',
  lookupId: 'Say which look-up with --id; the history on the Look up screen has it.',
  whichFormat: 'Say the format: --format csv, xlsx or jsonl.',
  noOpenids: 'There are no openids. Write them after the command, or pipe them to followdesk lookup -',
  noUrl:
    'Where is FollowDesk? Set FOLLOWDESK_URL, or add --url: it is the consoleUrl that npm run headless prints when ready.',
  badUrl: '--url must be an address like http://127.0.0.1:5181.',
  noToken:
    'There is no sign-in token. Set FOLLOWDESK_CONSOLE_TOKEN to the consoleToken that npm run headless prints when ready.',
  badToken: 'The sign-in token holds a blank or an invisible character: copy it again.',
  whichAccount: (names) => `There are several accounts; name one with --account: ${names.join(', ')}.`,
  noAccount: 'There is no account yet. Add one on the Accounts screen of the console.',
  unknownAccount: (given) => `There is no account "${given}". followdesk accounts lists them.`,
  unknownEntry: (given) => `There is no entry "${given}". Use its name or id from the console.`,
  ambiguousEntry: (given) => `Several entries are called "${given}". Use the id, or add --account.`,
  cannotWrite: (file, cause) =>
    `${file} cannot be written (${cause}). Choose another --out, or free some space.`,
  cannotPrint: (cause) =>
    `The answer cannot be written (${cause}), so it is not whole. Free some space and try again.`,
  exists: (file) => `${file} exists already. Name a file with --out, which overwrites.`,
  simulateElsewhere:
    'The simulator’s sources are not here. Run npm run simulate in FollowDesk’s source folder.',

  unreachable: (url) =>
    `No FollowDesk answers at ${url}. Start it (npm run headless) and check FOLLOWDESK_URL: the port may have changed.`,
  notFollowDesk: (url) =>
    `Something answers at ${url}, but not this version of FollowDesk. Check FOLLOWDESK_URL.`,
  wrongToken:
    'The sign-in token is wrong or no longer valid. Each start prints a new consoleToken, unless FollowDesk is started with FOLLOWDESK_CONSOLE_TOKEN.',
  forbidden: (url) =>
    `${url} refuses this address. The console knows itself as 127.0.0.1 or localhost, on its own port only.`,
  cutShort: 'The connection to FollowDesk broke, so this is not the whole. Run it again.',
  hostFailed:
    'FollowDesk failed internally. Look into its log and try again; if it stays, send the log to its maintainers.',
  badRequest: (issues) => `FollowDesk does not understand the request: ${issues}`,
  unexpected: (detail) => `A fault of this program: ${detail}. Please send this line to its maintainers.`,
  errcode: (code, meaning, remedy) => `WeChat answered ${code}: ${meaning} ${remedy}`,
  kinds: {
    account: 'account',
    entry: 'entry',
    scan: 'scan',
    error_code: 'error code',
    backup: 'backup',
    verification_file: 'verification file',
    lookup: 'look-up',
    tag: 'tag',
    person: 'person',
  },
  errors: {
    NOT_FOUND: 'There is no such thing; it may have been removed.',
    SECRET_MISSING:
      'This account’s AppSecret is missing or cannot be opened. Type it again on the Accounts screen.',
    VAULT_UNAVAILABLE: 'This machine has no safe place for secrets. See the Settings screen.',
    VAULT_UNDECIDED: 'Nobody has decided how secrets are kept here. Decide on the Settings screen.',
    IMPORT_REFUSED: 'This file cannot be imported.',
    WRONG_TOKEN_MODE: 'This account’s token mode does not allow that. See the Accounts screen.',
    TOKEN_SERVICE_FAILED:
      'Your organisation’s token service gave no access token. Test it on the Accounts screen.',
    WECHAT_REFUSED: 'WeChat refused the call. Run the checks on the Doctor screen.',
    WECHAT_UNREACHABLE: 'WeChat cannot be reached. Check this machine’s network and proxy, then try again.',
    STORAGE_FAILED:
      'The data folder cannot be written: the disk is full or read-only. Mend that, then try again.',
    PORT_IN_USE: 'The port is in use.',
    LISTEN_FAILED: 'The callback address cannot be used.',
    NOT_RECHECKABLE: 'This scan has no openid: the visitor must scan again.',
    LOCKED: 'The console is locked. Type the PIN there first.',
    WRONG_PIN: 'That is not the PIN.',
    PIN_MISSING: 'No PIN is set. Set one on the Settings page of the console first.',
    TOO_SOON: 'Too soon: try again in a while.',
  },

  reasons: englishReasons,
  reason: (name, explained) => `${name}: ${explained}`,
  verdicts: { followed: 'followed', not_followed: 'not followed', unknown: 'unknown' },
  columns: {
    openid: 'openid',
    verdict: 'verdict',
    reason: 'reason',
    errcode: 'errcode',
    followedAt: 'followed at',
    scene: 'scene',
    remark: 'remark',
    scannedAt: 'scanned at',
    entry: 'entry',
    param: 'param',
    visits: 'visits',
    id: 'id',
    name: 'name',
    appId: 'AppID',
    secret: 'secret',
    publicUrl: 'public URL',
    check: 'check',
    state: 'state',
    cause: 'cause',
    facts: 'facts',
  },
  states: { ok: 'ok', warning: 'warning', failed: 'failed', skipped: 'skipped' },
  annulled: 'annulled',
  sandbox: 'sandbox',
  healthy: 'healthy',
  unhealthy: 'unwell',
  doctorRemedies: (url) => `What to do about each is on the Doctor screen: ${url}`,
  noScans: 'No scan matches.',
  moreScans: (limit) => `Only the newest ${limit}: raise --limit, or use followdesk export scans.`,
  lookupProgress: (answered, asked) => `${answered}/${asked} answered`,
  lookupWaiting: (at) => `WeChat’s rate limit is reached; going on by itself at ${at} (Ctrl-C pauses)`,
  lookupDone: ({ asked, followed, notFollowed, unknown }) =>
    `${asked} asked: ${followed} followed, ${notFollowed} not followed, ${unknown} unknown`,
  lookupStopped: (state, reason) =>
    `The look-up did not end (${state}${reason === '' ? '' : `: ${reason}`}). What is answered is kept; go on from the Look up screen.`,
  lookupPaused: 'Paused. What is answered is kept; go on from the Look up screen.',
  exportProgress: (rows, expected) => `${rows}/${expected} rows written`,
  exported: (rows, file) => `${rows} ${rows === 1 ? 'row' : 'rows'} written to ${file}`,
};
