/** The accounts screen's wording. */
import type { Wording } from '../wording.ts';
import type { accounts as chinese } from '../zh-CN/accounts.ts';

export const accounts = {
  title: 'Accounts',
  intro:
    'One AppID and AppSecret per account. An AppSecret goes in and never comes out: only its last four characters are shown.',
  add: 'Add account',
  addSandbox: 'Add the sandbox',
  empty: {
    title: 'No account yet',
    body: 'Try the sandbox first: it needs no AppID, no phone and no network. Add your real account when you are ready.',
  },
  card: {
    current: 'In use on the desk',
    use: 'Use on the desk',
    appId: 'AppID',
    copyAppId: 'Copy the AppID',
    secret: 'AppSecret',
    apiHost: 'API address',
    publicUrl: 'Public URL',
    inherited: 'As in Settings: {{url}}',
    none: 'Not set',
    enterSecret: 'Enter it again',
    check: 'Check',
    checkAgain: 'Check again',
    actionsFor: '{{action}}: {{name}}',
    sandboxNote: "This account's WeChat is the bundled simulator, for trying things out.",
  },
  kinds: {
    service: 'Verified service account',
    test: 'Test account',
    other: 'Another kind',
    serviceWhy: 'For real use: a scan tells whether the visitor follows.',
    testWhy:
      "WeChat's account for developers: every interface, no verification; visitors must follow it first.",
    otherWhy:
      'A subscription account or an unverified service account: WeChat offers no web authorization, so a scan cannot tell.',
  },
  apiHosts: {
    nearest: 'Nearest (default)',
    recovery: 'Disaster recovery',
    shanghai: 'Shanghai',
    shenzhen: 'Shenzhen',
    hongkong: 'Hong Kong',
    relay: 'A relay of your own',
  },
  secret: {
    ok: 'Saved',
    volatile: 'In memory only',
    missing: 'Not entered',
    unreadable: 'Must be entered again',
    corrupt: 'Must be entered again',
    forgotten: 'Must be entered again',
    volatileWhy: 'It is not written to the disk and must be entered again after a restart.',
    unreadableWhy:
      'Another user or machine encrypted it, so it cannot be opened here. Everything else is intact.',
    corruptWhy: 'What is on the disk is damaged and cannot be opened. Everything else is intact.',
    forgottenWhy: 'It was held in memory only and was gone when FollowDesk ended. Everything else is intact.',
    missingWhy: 'Without it WeChat cannot be asked.',
  },
  tokenModes: {
    stable: 'Stable interface',
    classic: 'Classic interface',
    shared: 'Your own token service',
    stableWhy: 'Recommended. Does not disturb other systems or invalidate their access_token.',
    classicWhy:
      'Each fetch invalidates the previous token. Choose it only when the stable interface does not work and nothing else uses this account.',
    sharedWhy:
      'Your organisation fetches it in one place; FollowDesk only reads it and never fetches. The secret above is still needed, to recognise visitors.',
  },
  token: {
    title: 'access_token',
    none: 'Not fetched yet. It is fetched when first needed.',
    expired: 'Expired. A new one is fetched when next needed.',
    left: '{{left}} left',
    noExpiry: 'No expiry is given; it is read again every five minutes.',
    until: 'valid until {{time}}',
    age: 'fetched {{age}} ago',
    justNow: 'fetched just now',
    duration: { hours: '{{hours}} h {{minutes}} min', minutes: '{{minutes}} min', seconds: '{{seconds}} s' },
    fetchedToday: 'Fetched today',
    readToday: 'Read today',
    forcedToday: 'Forced today',
    ofLimit: '{{count}} of {{limit}}',
    times: '{{count}} ×',
    refresh: 'Refresh',
    refreshWhy: {
      stable: 'Does not disturb other systems',
      classic: 'The old one stops working after five minutes',
      shared: 'Reads it from the token service again',
    },
    force: 'Force refresh…',
    forceWait: {
      pause: 'Can be forced again in {{left}}',
      quota: "Today's 20 are used; again in {{left}}",
    },
  },
  forcing: {
    title: 'Force a new access_token?',
    hurts: 'WeChat refuses every other system that holds the present one until it asks anew.',
    when: 'Only for a leaked access_token. For an expired one or an error, “Refresh” is enough.',
    limit: 'At most 20 a day, at least 30 seconds apart. Used today: {{count}}.',
    leaked:
      'After a leak, force it once more 30 seconds later: only then does the old one die at once. Consider resetting the AppSecret too.',
    confirm: 'Force refresh',
    done: 'Replaced. Valid until {{time}}.',
  },
  taken: {
    classic: {
      title: "Another system fetched this account's access_token at about {{time}}",
      titleNoticed: "Another system fetched this account's access_token (noticed at {{time}})",
      remedy:
        'On the classic interface each fetch ends the token of the other side, over and over. The stable interface disturbs nobody, and the other system need not change.',
    },
    stable: {
      title: 'Somebody forced a refresh of the access_token or reset the AppSecret at about {{time}}',
      titleNoticed:
        'Somebody forced a refresh of the access_token or reset the AppSecret (noticed at {{time}})',
      remedy:
        "The stable interface does not do this by itself. Ask who else has this account's AppSecret; if nobody did it, reset the secret on the WeChat developer platform and enter it again here.",
    },
    switch: 'Switch to the stable interface',
  },
  service: {
    title: 'Other systems',
    closed: 'No other system can read the access_token here.',
    opened: 'Other systems can read it with the key.',
    notHere:
      'The desktop app has no address that other systems could read from. Where you need it, run FollowDesk without a window (npm run headless).',
    notShared: 'It comes from your token service: let other systems read it there.',
    open: 'Let other systems read the token here',
    renew: 'Replace the key',
    close: 'Stop',
    keyTitle: 'How other systems read it',
    keyOnce: 'The key is shown this once: copy it now. If it is lost, replace it; the old one then stops.',
    key: 'Key',
    copyKey: 'Copy the key',
    request: 'Request',
    copyRequest: 'Copy the request',
    pointers: 'In another FollowDesk choose “Your own token service” and enter:',
    address: 'Address',
    tokenPointer: 'JSON pointer to the access_token',
    expiryPointer: 'JSON pointer to the expiry',
    reach:
      'Only programs on this machine can reach this address. Its port differs at each start unless you fix it with --console-port.',
    done: 'I have copied it',
    renewTitle: 'Replace the key?',
    renewBody: 'The present key stops working at once; systems that use it need the new one.',
    closeTitle: 'Stop letting other systems read it?',
    closeBody: 'The key stops working at once, and systems that use it are refused.',
  },
  form: {
    addTitle: 'Add account',
    editTitle: 'Edit account',
    name: 'Name',
    nameHelp: "Shown only here and on the visitor's result page.",
    namePlaceholder: 'Morning Light Books',
    appId: 'AppID',
    appIdHelp: 'WeChat developer platform → My business → Official account → Basic information.',
    secret: 'AppSecret',
    secretHelp: 'Shown once on that page after a reset. Paste it here; once saved it is never shown again.',
    secretReplace: 'Replace',
    secretKeep: 'Keep it',
    publicUrl: 'Public URL',
    publicUrlHelp:
      'Where phones come back to after a scan. It must match the web-authorization domain in the WeChat console. Empty means as in Settings.',
    publicUrlWarnings: 'Warnings (you can save all the same):',
    advanced: 'Advanced',
    kind: 'Kind of account',
    tokenMode: 'How the access_token is fetched',
    serviceUrl: 'Address of the token service',
    serviceUrlHelp: 'FollowDesk reads it with GET; the answer should be JSON.',
    bearer: 'Key of the token service',
    bearerHelp:
      'Sent as Authorization: Bearer, and never shown again once saved. Leave it empty if none is needed.',
    bearerStored: 'Saved',
    tokenPointer: 'JSON pointer to the access_token',
    tokenPointerHelp:
      'For an answer like {"data":{"token":"…"}} enter /data/token. Empty means the whole answer is the token.',
    expiryPointer: 'JSON pointer to the expiry',
    expiryPointerHelp:
      'Seconds left, a Unix time or an ISO time. When empty, the token is read again every five minutes.',
    apiHost: 'API address',
    apiHostHelp:
      'All of them serve the same account with the same token. If the nearest does not answer, try another.',
    apiBaseUrl: 'Relay address',
    apiBaseUrlHelp: 'Use https, and run it yourselves: it sees the secrets.',
    authorizeBaseUrl: 'Authorize page address',
    authorizeBaseUrlHelp: "Rarely changed. Empty means WeChat's own.",
    save: 'Save and try',
    sandboxHelp:
      "The bundled simulator supplies the sandbox's AppID, AppSecret and addresses; they cannot be changed.",
    discardTitle: 'Discard what you entered?',
    discard: 'Discard',
    keepEditing: 'Keep editing',
  },
  relay: {
    title: 'No fixed exit IP? Use a relay',
    what: 'WeChat accepts whitelisted IPs only. Where the public IP changes, put a relay on a cloud host with a fixed IP, and whitelist that IP alone.',
    trust:
      'The AppSecret and the access_token pass through it. So it must be your own host, it must use https, and its access log must be off. Never use a relay that somebody else offers.',
    how: 'This is how nginx does it: change the domain and the certificates. The relay address is https:// and that domain.',
    copy: 'Copy the nginx configuration',
    comments: {
      log: 'queries hold secrets: keep no log',
      verify: "checks WeChat's certificate: leave it on",
      authorities: 'as on Debian and Ubuntu; elsewhere use your own',
    },
  },
  vault: {
    undecided: {
      weak: 'This machine has no usable keychain',
      unavailable: 'The keychain is not available now',
      remedy: 'When you save, you are asked how secrets shall be kept.',
    },
    weak: {
      title: 'The AppSecret will be weakly encrypted',
      remedy:
        'There is no usable keychain here: whoever gets the data folder can read it. In Settings you can keep it in memory only.',
    },
    memory: {
      title: 'The AppSecret will be in memory only',
      remedy:
        'It is not written to the disk and must be entered again after a restart. You can change this in Settings.',
    },
  },
  problems: {
    name: { required: 'Enter a name.', malformed: 'A name has at most 60 characters.' },
    appId: { required: 'Enter the AppID.', malformed: 'An AppID has 4–64 letters, digits, “-” or “_”.' },
    appSecret: { required: 'Enter the AppSecret.', malformed: 'An AppSecret has at most 256 characters.' },
    publicUrl: {
      required: 'Enter the public URL.',
      malformed: 'Enter a complete URL such as https://example.com.',
    },
    apiBaseUrl: {
      required: 'Enter the relay address.',
      malformed: 'Enter a complete URL that begins with https://.',
    },
    serviceUrl: {
      required: 'Enter the address of the token service.',
      malformed: 'Enter a complete URL that begins with https:// or http://.',
    },
    bearer: { required: 'Enter the key.', malformed: 'A key has at most 512 characters.' },
    tokenPointer: {
      required: 'Enter a JSON pointer.',
      malformed: 'It begins with /, such as /data/access_token.',
    },
    expiryPointer: {
      required: 'Enter a JSON pointer.',
      malformed: 'It begins with /, such as /data/expires_in.',
    },
    authorizeBaseUrl: {
      required: 'Enter the authorize page address.',
      malformed: 'Enter a complete URL that begins with https:// or http://.',
    },
  },
  doubts: {
    appId_is_secret: 'This looks like an AppSecret, not an AppID.',
    appId_unusual: 'An AppID is usually 18 characters beginning with wx. Please compare.',
    secret_is_appId: 'This looks like an AppID, not an AppSecret.',
    secret_unusual: 'An AppSecret is usually 32 characters. Was it pasted whole?',
    not_encrypted: 'http is not encrypted: others on the way can read the secrets. Use https if you can.',
  },
  trial: {
    running: 'Trying these credentials with WeChat…',
    ok: {
      title: 'The credentials work',
      remedy: 'WeChat issued an access_token, valid until {{time}}.',
      shared: 'The token service gave an access_token. The AppSecret is first used by a scan.',
    },
    app_id: {
      title: 'The AppID is wrong',
      remedy: 'WeChat does not know this AppID. Compare and edit it; everything else you saved is intact.',
    },
    secret: {
      title: 'The AppSecret is wrong',
      remedy:
        'It does not belong to this AppID, or it has been reset. Reset it on the WeChat developer platform and enter it again.',
    },
    ip: {
      title: "This machine's IP is not on the whitelist",
      remedy:
        "Ask the account's administrator to add the IP below to the IP whitelist, and try again in a few minutes.",
    },
    confirm: {
      title: 'The administrator must confirm this IP',
      remedy:
        "WeChat has asked the account's administrator. Try again after they agree in WeChat; after a refusal you have to wait.",
    },
    frozen: {
      title: 'The AppSecret is frozen',
      remedy: 'Unfreeze it on the WeChat developer platform; that takes about 10 minutes.',
    },
    unreachable: {
      title: 'WeChat cannot be reached',
      remedy:
        "The credentials are saved but not verified. Check this machine's network, proxy and the API address.",
    },
    busy: {
      title: 'WeChat is busy',
      remedy: 'The credentials are saved but not verified. Try again in a moment.',
    },
    again: 'Try again',
    copyIp: 'Copy IP {{ip}}',
    dismiss: 'Dismiss',
  },
  removal: {
    title: 'Delete the account “{{name}}”?',
    goes: 'Will be deleted',
    stays: 'Will be kept',
    secret: 'its AppSecret and its cached access_token',
    noEntries: 'it has no entries',
    entries: 'Entries ({{count}}): {{names}}. Codes already printed stop working',
    entriesUnknown: 'all its entries. Codes already printed stop working',
    separator: ', ',
    more: '{{names}} and more',
    scans: 'the scans on record',
    confirm: 'Delete this account',
  },
} as const satisfies Wording<typeof chinese>;
