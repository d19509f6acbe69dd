/**
 * Every procedure as the REST API's description tells it: one sentence, the errors it may answer with, an
 * example. A procedure that is not here does not compile.
 */
import type { Contract } from '#shared/contract/contract.ts';
import type { errors } from '#shared/contract/errors.ts';
import { sample } from './openapi-examples.ts';

export interface Operation {
  summary: string;
  /** Of the contract's, beside those that any call may meet. */
  errors: readonly (keyof typeof errors)[];
  /** What is sent: path, query and body together. */
  input?: Readonly<Record<string, unknown>>;
  /** What is answered, or one value of the feed; absent where nothing is. */
  output?: unknown;
}

type Operations = { [Noun in keyof Contract]: { [Verb in keyof Contract[Noun]]: Operation } };

const { accountId, entryId, openid } = sample;
const ofAccount = { accountId };
const ofPerson = { accountId, openid };

const storage = ['STORAGE_FAILED'] as const;
const vault = ['VAULT_UNDECIDED', 'VAULT_UNAVAILABLE', ...storage] as const;
const known = ['NOT_FOUND'] as const;
const kept = ['NOT_FOUND', ...storage] as const;
/** What keeps WeChat from being asked, or from answering. */
const wechat = ['SECRET_MISSING', 'TOKEN_SERVICE_FAILED', 'WECHAT_REFUSED', 'WECHAT_UNREACHABLE'] as const;

const { account, entry, scan, lookup, sync, person, token } = sample;
const byAccountId = { id: accountId };
const byEntryId = { id: entryId };
const byScanId = { id: scan.id };
const byLookupId = { id: lookup.id };
const tag = { id: 101, name: '讲师', count: 12 };
const counts = { scanned: 3, followed: 1, notFollowed: 1, unknown: 1 };
const boardSettings = { title: '开放日签到', entryIds: [entryId], showLatest: true };
const lock = {
  hasPin: true,
  isLocked: false,
  isKiosk: false,
  lockAfterMinutes: 5,
  triesLeft: 5,
  retryAfterSeconds: 0,
  takesAppSecret: true,
};
const noPin = { ...lock, hasPin: false, takesAppSecret: false };
const guessed = ['WRONG_PIN', 'TOO_SOON', ...storage] as const;
const board = {
  title: '开放日签到',
  entries: [
    { ...counts, id: entryId, name: entry.name, accountName: account.name, url: 'https://example.com/go/1' },
  ],
  totals: counts,
  latest: [{ id: scan.id, verdict: scan.verdict, entryName: entry.name, scannedAt: scan.scannedAt }],
  at: sample.at,
};
const begin = {
  kind: 'begin',
  fileName: 'followdesk-scans-2026-11-23.csv',
  contentType: 'text/csv; charset=utf-8',
  rows: 1000,
};

export const operations: Operations = {
  accounts: {
    list: { summary: 'Every account', errors: [], output: { items: [account] } },
    create: {
      summary: 'Adds an account; its AppSecret goes in and never comes out',
      errors: vault,
      input: { name: account.name, appId: account.appId, appSecret: '0123456789abcdef0123456789abcdef' },
      output: account,
    },
    update: {
      summary: 'Changes what is sent and leaves the rest',
      errors: ['NOT_FOUND', ...vault],
      input: { ...byAccountId, publicUrl: account.publicUrl },
      output: account,
    },
    remove: {
      summary: 'Removes an account, its entries, its secret and its token; its scans stay on record',
      errors: kept,
      input: byAccountId,
    },
    addSandbox: {
      summary: 'The sandbox account, made if there is none: works with no AppID',
      errors: storage,
      output: { ...account, sandbox: true },
    },
    pulse: {
      summary: 'How WeChat answers for it now: latency, last success, and how many visitors wait',
      errors: known,
      input: byAccountId,
      output: {
        waiting: 3,
        askedToWait: 0,
        answeredAt: sample.at,
        askedAt: sample.at,
        latencyMs: 84,
        silentSince: null,
      },
    },
    doctor: {
      summary: 'Runs every check of an account, or those named',
      errors: known,
      input: { ...byAccountId, checks: ['whitelist'] },
      output: sample.doctor,
    },
    lookUpRid: {
      summary: 'What WeChat remembers of a call that it refused',
      errors: ['NOT_FOUND', ...wechat],
      input: { ...byAccountId, rid: '65a1b2c3-4d5e6f70-12345678' },
      output: {
        rid: '65a1b2c3-4d5e6f70-12345678',
        invokedAt: sample.at,
        ms: 12,
        request: '/cgi-bin/user/info?openid=…',
        body: '',
        reply: '{"errcode":40003,"errmsg":"invalid openid"}',
        errcode: 40003,
        clientIp: '203.0.113.7',
      },
    },
    seenIps: {
      summary: 'The addresses WeChat saw this machine call from, the latest first',
      errors: known,
      input: byAccountId,
      output: {
        items: [{ ip: '203.0.113.7', firstSeenAt: sample.at, lastSeenAt: sample.at, allowed: true }],
      },
    },
    token: {
      summary: 'What may be known of the access token: everything but the token',
      errors: known,
      input: byAccountId,
      output: token,
    },
    refreshToken: {
      summary: 'Fetches the access token now, never by force',
      errors: ['NOT_FOUND', 'TOO_SOON', ...wechat],
      input: byAccountId,
      output: token,
    },
    forceToken: {
      summary: 'Has WeChat replace the stable token, for every system that uses it',
      errors: ['NOT_FOUND', 'WRONG_TOKEN_MODE', 'TOO_SOON', ...wechat],
      input: byAccountId,
      output: { ...token, forcedToday: 1 },
    },
    openTokenService: {
      summary: 'A key with which other systems may read the token; told once',
      errors: ['NOT_FOUND', 'WRONG_TOKEN_MODE', ...storage],
      input: byAccountId,
      output: { key: 'fdk_…' },
    },
    closeTokenService: { summary: 'The key stops working', errors: kept, input: byAccountId },
  },
  entries: {
    list: {
      summary: 'Every entry, or those of one account',
      errors: [],
      input: ofAccount,
      output: { items: [entry] },
    },
    create: {
      summary: 'Adds an entry: a point people scan',
      errors: kept,
      input: { ...ofAccount, name: entry.name, param: entry.param },
      output: entry,
    },
    createMany: {
      summary:
        'Adds many entries at once, all or none; the path of an error names the item that is not valid',
      errors: kept,
      input: { ...ofAccount, items: [{ name: entry.name, param: entry.param }] },
      output: { items: [entry] },
    },
    update: {
      summary: 'Changes what is sent and leaves the rest',
      errors: kept,
      input: { ...byEntryId, name: entry.name },
      output: entry,
    },
    remove: { summary: 'Removes an entry; its scans stay on record', errors: kept, input: byEntryId },
    code: {
      summary: 'A fresh authorize address for the screen, and the short one that never expires',
      errors: known,
      input: byEntryId,
      output: {
        authorizeUrl:
          'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx5f0c1a7de3b94826&…#wechat_redirect',
        entryUrl: `https://desk.example.com/go/${entryId}`,
        state: 'hkhvcti7wr2k4m6n8p0q2s4u6w8y0a2c4e6g8i',
        expiresAt: '2026-11-23T10:05:00.000Z',
      },
    },
  },
  scans: {
    list: {
      summary: 'Scans on record, newest first; nextCursor leads to the next page',
      errors: [],
      input: { entryId, verdict: 'followed', from: '2026-11-23T00:00:00+08:00', limit: 100 },
      output: { items: [scan], nextCursor: '41' },
    },
    summary: {
      summary: 'How many matching scans got which verdict',
      errors: [],
      input: { entryId },
      output: { ...counts, annulled: 0, followRate: 0.5 },
    },
    live: {
      summary: 'Every scan as it is made and each time it changes; Last-Event-ID resumes without a gap',
      errors: [],
      input: { entryId, after: 41 },
      output: { ...scan, revision: 42 },
    },
    recheck: {
      summary: 'Asks WeChat again about the scan’s openid; no new scan',
      errors: ['NOT_FOUND', 'NOT_RECHECKABLE', ...wechat, ...storage],
      input: byScanId,
      output: scan,
    },
    series: {
      summary: 'Counts for a chart by minute, hour, day or entry',
      errors: [],
      input: { by: 'hour', entryId, offsetMinutes: 480 },
      output: { items: [{ at: sample.at, entryId: null, ...counts }] },
    },
    annul: {
      summary: 'Takes a scan out of every count; it stays on record with the reason',
      errors: kept,
      input: { ...byScanId, reason: '试扫' },
      output: { ...scan, annulled: { at: sample.at, reason: '试扫' } },
    },
    reinstate: { summary: 'Counts an annulled scan again', errors: kept, input: byScanId, output: scan },
  },
  board: {
    get: { summary: 'The board as it is now; its own key opens this, too', errors: [], output: board },
    live: { summary: 'The board after each change, as server-sent events', errors: [], output: board },
    settings: { summary: 'What the board shows', errors: [], output: boardSettings },
    changeSettings: {
      summary: 'Chooses what the board shows',
      errors: storage,
      input: { title: '开放日签到' },
      output: boardSettings,
    },
    openWindow: { summary: 'Opens the window for a projector, where the host has one', errors: [] },
    access: { summary: 'Whether there is a key that opens the board', errors: [], output: { hasKey: true } },
    newKey: {
      summary: 'A new key that opens the board and nothing else, told once',
      errors: storage,
      output: { key: '0123456789abcdefghijklmnopqrstuv' },
    },
    removeKey: { summary: 'Screens that use the key go dark', errors: storage },
  },
  users: {
    lookup: {
      summary: 'Who of these follows, in the order asked; at most 10,000, a bad openid costs itself only',
      errors: known,
      input: { ...ofAccount, openids: [openid, sample.rejected.openid] },
      output: { items: [sample.found, sample.rejected] },
    },
  },
  followers: {
    list: {
      summary: 'The follower directory as of its last sync, searched',
      errors: known,
      input: { ...ofAccount, q: '王', tag: 101, limit: 100 },
      output: { items: [sample.follower], total: 1, totalIsExact: true, nextCursor: null, asOf: sample.at },
    },
    sync: {
      summary: 'Reads every follower from WeChat, or goes on where it stopped; answers at once',
      errors: kept,
      input: ofAccount,
      output: sync,
    },
    pause: {
      summary: 'Stops the sync after the hundred in flight',
      errors: kept,
      input: ofAccount,
      output: { ...sync, state: 'paused' },
    },
    progress: {
      summary: 'The sync’s progress, then each change',
      errors: known,
      input: ofAccount,
      output: sync,
    },
    changes: {
      summary: 'Who is new, left or returned since the sync before',
      errors: known,
      input: ofAccount,
      output: { since: '2026-11-22T10:00:00.000Z', asOf: sample.at, new: 12, left: 3, returned: 1 },
    },
    updateRemark: {
      summary: 'Changes a follower’s remark at WeChat, then here',
      errors: ['NOT_FOUND', ...wechat, ...storage],
      input: { ...ofPerson, remark: '王老师' },
      output: sample.follower,
    },
    tag: {
      summary: 'Puts a tag on people or takes it off; says for whom it failed',
      errors: ['NOT_FOUND', ...wechat, ...storage],
      input: { ...ofAccount, tagId: tag.id, openids: [openid], add: true },
      output: { changed: 1, failures: [] },
    },
  },
  tags: {
    list: {
      summary: 'The account’s tags as WeChat has them now',
      errors: ['NOT_FOUND', ...wechat],
      input: ofAccount,
      output: { items: [tag] },
    },
    create: {
      summary: 'Makes a tag at WeChat; a name has at most 30 bytes',
      errors: ['NOT_FOUND', ...wechat],
      input: { ...ofAccount, name: tag.name },
      output: tag,
    },
    rename: {
      summary: 'Renames a tag',
      errors: ['NOT_FOUND', ...wechat],
      input: { ...ofAccount, id: tag.id, name: tag.name },
      output: tag,
    },
    remove: {
      summary: 'Removes a tag and takes it off everybody',
      errors: ['NOT_FOUND', ...wechat, ...storage],
      input: { ...ofAccount, id: tag.id },
    },
  },
  people: {
    get: {
      summary: 'What is known here of one person: scans, note, directory',
      errors: known,
      input: ofPerson,
      output: person,
    },
    note: {
      summary: 'Notes something on a person; an empty note removes it',
      errors: kept,
      input: { ...ofPerson, note: person.note },
      output: person,
    },
    erase: {
      summary: 'Takes one person out of everything kept here; the counters stay right',
      errors: kept,
      input: ofPerson,
      output: { scans: 2, lookups: 1, followers: 1, notes: 1 },
    },
  },
  lookups: {
    start: {
      summary: 'Starts a look-up of up to 100,000 openids; answers at once',
      errors: kept,
      input: { ...ofAccount, openids: [openid, sample.rejected.openid] },
      output: { ...lookup, state: 'running', endedAt: null, answered: 0, followed: 0, unknown: 0 },
    },
    list: {
      summary: 'The history of look-ups, newest first; fifty of each account are kept',
      errors: [],
      input: ofAccount,
      output: { items: [lookup] },
    },
    get: { summary: 'How a look-up stands', errors: known, input: byLookupId, output: lookup },
    results: {
      summary: 'What is answered so far, in the order given, with WeChat’s own reply',
      errors: known,
      input: { ...byLookupId, limit: 100 },
      output: { items: [{ ...sample.rejected, position: 1, raw: null }], nextCursor: null },
    },
    progress: {
      summary: 'How it stands, then each change, until it has ended',
      errors: known,
      input: byLookupId,
      output: lookup,
    },
    pause: {
      summary: 'Asks nobody any more until it is resumed',
      errors: kept,
      input: byLookupId,
      output: { ...lookup, state: 'paused', endedAt: null },
    },
    resume: {
      summary: 'Goes on where it stopped, also after a failure or a restart',
      errors: kept,
      input: byLookupId,
      output: { ...lookup, state: 'running', endedAt: null },
    },
    cancel: {
      summary: 'Ends it for good; its answers stay',
      errors: kept,
      input: byLookupId,
      output: { ...lookup, state: 'canceled' },
    },
    remove: { summary: 'Removes it with its answers', errors: kept, input: byLookupId },
  },
  exports: {
    scans: {
      summary: 'The file of GET /scans/export in parts (base64), with its progress',
      errors: storage,
      input: { format: 'csv', mask: true, filter: { entryId } },
      output: begin,
    },
    lookup: {
      summary: 'The file of GET /lookups/{id}/export in parts (base64), with its progress',
      errors: kept,
      input: { ...byLookupId, format: 'csv' },
      output: { ...begin, fileName: 'followdesk-lookup-2026-11-23.csv' },
    },
  },
  calls: {
    list: {
      summary: 'The last 500 calls to WeChat, newest first, without secrets',
      errors: [],
      input: { outcome: 'ok' },
      output: { items: [sample.call] },
    },
    clear: { summary: 'Forgets them', errors: [] },
  },
  errors: {
    explain: {
      summary: 'One of WeChat’s error codes in words: what happened, who acts, the remedy',
      errors: known,
      input: { code: 40164 },
      output: {
        code: 40164,
        family: 'api',
        errmsg: 'invalid ip … not in whitelist',
        meaning: { zh: '调用方 IP 不在白名单里。', en: 'The caller’s IP is not on the whitelist.' },
        remedy: { zh: '把它加入 IP 白名单。', en: 'Add it to the IP whitelist.' },
        actor: 'admin',
        retry: 'after_fix',
        retryable: false,
      },
    },
  },
  host: {
    status: { summary: 'The host: version, abilities, callback listener', errors: [], output: sample.host },
    settings: { summary: 'How the host is set', errors: [], output: sample.settings },
    changeSettings: {
      summary: 'Changes what is sent; a callback address that cannot be had changes nothing',
      errors: ['PORT_IN_USE', 'LISTEN_FAILED', ...storage],
      input: { keepDays: 180 },
      output: sample.settings,
    },
    network: { summary: 'How WeChat is reached', errors: [], output: sample.network },
    changeNetwork: {
      summary: 'Changes what is sent, in force for the next call',
      errors: vault,
      input: { callSeconds: 8 },
      output: sample.network,
    },
    verificationFiles: {
      summary: 'WeChat’s proofs of domain that the callback listener serves',
      errors: [],
      output: { items: [sample.verificationFile] },
    },
    addVerificationFile: {
      summary: 'Serves another; the name alone is enough',
      errors: storage,
      input: { name: sample.verificationFile.name },
      output: sample.verificationFile,
    },
    removeVerificationFile: {
      summary: 'Serves it no more',
      errors: kept,
      input: { name: sample.verificationFile.name },
    },
    commands: {
      summary: 'What menus, tray and links ask of the console',
      errors: [],
      output: { kind: 'navigate', screen: 'desk' },
    },
  },
  lock: {
    get: { summary: 'Whether the console is locked, and how it is opened', errors: [], output: lock },
    setPin: {
      summary: 'Sets the PIN; a person must know the one before',
      errors: guessed,
      input: { pin: '739100' },
      output: lock,
    },
    removePin: {
      summary: 'Removes the PIN, also a forgotten one: the console token is enough',
      errors: guessed,
      output: noPin,
    },
    unlock: {
      summary: 'Opens the console for everybody at it, and ends kiosk mode',
      errors: guessed,
      input: { pin: '739100' },
      output: lock,
    },
    lock: { summary: 'Locks the console', errors: [], output: { ...lock, isLocked: true } },
    change: {
      summary: 'After how many minutes without anybody the console locks itself; null = never',
      errors: storage,
      input: { lockAfterMinutes: 5 },
      output: lock,
    },
    startKiosk: {
      summary: 'Only the desk, until somebody types the PIN',
      errors: ['PIN_MISSING', ...storage],
      output: { ...lock, isLocked: true, isKiosk: true },
    },
    present: { summary: 'Somebody is at the console', errors: [] },
    forgotten: {
      summary: 'Removes a forgotten PIN for whoever knows the AppSecret of an account kept here',
      errors: guessed,
      input: { appSecret: '0123456789abcdef0123456789abcdef' },
      output: noPin,
    },
  },
  safekeeping: {
    backups: {
      summary: 'Earlier versions of the settings, the latest first',
      errors: [],
      output: {
        items: [
          {
            name: 'settings-20261123T100000000Z.json',
            savedAt: sample.at,
            kind: 'change',
            version: '0.1.0',
            accounts: 1,
            entries: 1,
            valid: true,
          },
        ],
      },
    },
    restore: {
      summary: 'Puts an earlier version in force',
      errors: kept,
      input: { name: 'settings-20261123T100000000Z.json' },
    },
    exportSettings: {
      summary: 'Accounts with their secrets, entries and settings, encrypted with the password',
      errors: [],
      input: { password: 'a long password of yours' },
      output: { fileName: 'followdesk-settings-2026-11-23.json', text: '{"format":"followdesk-settings",…}' },
    },
    importSettings: {
      summary: 'Adds what such a file holds, or only says what would happen',
      errors: ['IMPORT_REFUSED', ...vault],
      input: {
        text: '{"format":"followdesk-settings",…}',
        password: 'a long password of yours',
        apply: false,
      },
      output: {
        exportedAt: sample.at,
        version: '0.1.0',
        accounts: [{ name: account.name, appId: account.appId, action: 'added', hasSecret: true }],
        entries: { added: 1, replaced: 0 },
        applied: false,
      },
    },
  },
};
