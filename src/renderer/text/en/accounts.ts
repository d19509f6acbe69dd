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
    tokenMode: 'access_token',
    publicUrl: 'Public URL',
    inherited: 'As in Settings: {{url}}',
    none: 'Not set',
    enterSecret: 'Enter it again',
    check: 'Check',
    checkAgain: 'Check again',
    actionsFor: '{{action}}: {{name}}',
    sandboxNote: "This account's WeChat is the bundled simulator, for trying things out.",
  },
  secret: {
    ok: 'Saved',
    missing: 'Not entered',
    unreadable: 'Must be entered again',
    unreadableWhy:
      'Another user or machine encrypted it, so it cannot be opened here. Everything else is intact.',
    missingWhy: 'Without it WeChat cannot be asked.',
  },
  tokenModes: {
    stable: 'Stable interface',
    classic: 'Classic interface',
    stableWhy: 'Recommended. Does not disturb other systems or invalidate their access_token.',
    classicWhy:
      'Each fetch invalidates the previous token. Choose it only when the stable interface does not work and nothing else uses this account.',
  },
  token: {
    none: 'Not fetched yet',
    until: 'Valid until {{time}}',
    stolen: "Another system fetches this account's access_token and makes it expire early.",
    stolenRemedy: 'Use the stable interface, or stop the other system.',
  },
  publicUrlRules: {
    not_a_url: { title: 'Not a complete URL', remedy: 'Write it as https://domain.' },
    not_https: {
      title: 'Not https',
      remedy: 'Use https for a real account; a test account or a local network may use http.',
    },
    has_port: {
      title: 'Has a port',
      remedy: "A real account's callback must be on port 80 or 443: put a reverse proxy in front.",
    },
    upper_case: {
      title: 'Capital letters in the domain',
      remedy: 'Write it in lower case, or WeChat answers 10003.',
    },
    underscore: {
      title: 'Underscore in the domain',
      remedy: 'WeChat accepts letters, digits and “-” only. Use another domain.',
    },
    is_ip: {
      title: 'An IP, not a domain',
      remedy: 'A real account needs a registered domain; a test account may use an IP.',
    },
    loopback: {
      title: 'Only this machine can open it',
      remedy: 'Phones cannot. Enter an address phones can reach; the sandbox is not affected.',
    },
    has_path: {
      title: 'Has a path after the domain',
      remedy: 'Enter the same path as web-authorization domain in the WeChat console, or remove it here.',
    },
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
    tokenMode: 'How the access_token is fetched',
    apiBaseUrl: 'API address',
    apiBaseUrlHelp: "A relay with a fixed exit IP, or a recovery domain. Empty means WeChat's own.",
    authorizeBaseUrl: 'Authorize page address',
    authorizeBaseUrlHelp: "Rarely changed. Empty means WeChat's own.",
    save: 'Save and try',
    saveAnyway: 'Save and try all the same',
    sandboxHelp:
      "The bundled simulator supplies the sandbox's AppID, AppSecret and addresses; they cannot be changed.",
    discardTitle: 'Discard what you entered?',
    discard: 'Discard',
    keepEditing: 'Keep editing',
  },
  vault: {
    weak: 'This machine has no usable keychain: an AppSecret is only veiled with a fixed key, and whoever gets the data folder can read it.',
    weakRemedy: 'Enable a keychain (GNOME Keyring or KWallet, for example) before you enter it.',
    unavailable: 'An AppSecret cannot be stored safely on this machine now: saving it will fail.',
    unavailableRemedy:
      'Unlock or enable the keychain and restart FollowDesk. Other settings are not affected.',
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
      required: 'Enter the API address.',
      malformed: 'Enter a complete URL that begins with https:// or http://.',
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
  },
  trial: {
    running: 'Trying these credentials with WeChat…',
    ok: { title: 'The credentials work', remedy: 'WeChat issued an access_token, valid until {{time}}.' },
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
  doctor: {
    title: 'Check',
    healthy: 'All is well',
    unhealthy: 'To mend: {{count}}',
    at: 'Checked at {{time}}',
    running: 'Checking; this takes up to a quarter of a minute…',
    states: { ok: 'OK', warning: 'Attention', failed: 'Problem', skipped: 'Not checked' },
    actor: 'Who acts: {{who}}',
    actors: {
      none: 'nobody',
      operator: 'you, on this machine',
      admin: "the account's administrator",
      wechat: 'WeChat',
      app: 'the maintainers of FollowDesk',
      user: 'the visitor',
    },
    checks: {
      credentials: {
        name: 'Credentials',
        ok: 'AppID and AppSecret work.',
        warning: 'AppID or AppSecret may be wrong.',
        failed: 'AppID or AppSecret do not work.',
        skipped: 'Credentials were not checked.',
      },
      token: {
        name: 'access_token',
        ok: 'The access_token is valid.',
        warning: 'The access_token works, but not steadily.',
        failed: 'No usable access_token can be had.',
        skipped: 'The access_token can be checked once the credentials work.',
      },
      api_reachable: {
        name: 'WeChat API',
        ok: 'The WeChat API can be reached.',
        warning: 'The WeChat API can be reached, but not smoothly.',
        failed: 'The WeChat API cannot be reached.',
        skipped: 'The WeChat API was not checked.',
      },
      user_info: {
        name: 'Follow look-up',
        ok: 'WeChat tells who follows.',
        warning: 'Asking who follows may be limited.',
        failed: 'WeChat cannot be asked who follows.',
        skipped: 'The look-up can be checked once there is an access_token.',
      },
      public_url: {
        name: 'Public URL',
        ok: 'Phones reach FollowDesk by the public URL.',
        warning: "The public URL may not meet WeChat's rules.",
        failed: 'The public URL does not lead to FollowDesk.',
        skipped: 'There is no public URL to check.',
      },
      callback: {
        name: 'Callback listener',
        ok: 'The callback listener is running.',
        warning: 'The callback listener may have a problem.',
        failed: 'The callback listener is not running.',
        skipped: 'The callback listener was not checked.',
      },
      clock: {
        name: 'Clock',
        ok: "This machine's clock is right.",
        warning: "This machine's clock is a little off.",
        failed: "This machine's clock is far off.",
        skipped: 'There was no time to compare with.',
      },
    },
    causes: {
      secret_missing: {
        title: 'No AppSecret has been entered',
        remedy: 'Choose Edit and enter the AppSecret.',
      },
      secret_unreadable: {
        title: 'The AppSecret cannot be opened',
        remedy: 'Choose Edit and enter it again.',
      },
      not_set: {
        title: 'There is no public URL',
        remedy: 'Enter an address phones can reach, here or in Settings.',
      },
      redirected: {
        title: 'The public URL redirects',
        remedy: 'Enter the address it leads to, or remove the redirect from the proxy.',
      },
      not_followdesk: {
        title: 'Something else answers there',
        remedy: "Check that the tunnel or reverse proxy forwards to FollowDesk's callback port.",
      },
      http_status: {
        title: 'The public URL answers with an error status',
        remedy: 'Check the tunnel or reverse proxy.',
      },
      no_answer: {
        title: 'No answer in time',
        remedy:
          'Some routers do not let a machine call its own public address. Open its /healthz on a phone to be sure.',
      },
      unreachable: {
        title: 'The public URL cannot be opened',
        remedy: 'Check DNS, the certificate, and that the tunnel or reverse proxy runs.',
      },
      port_in_use: {
        title: 'The port is in use',
        remedy: 'Choose another port in Settings, or close the program that uses it.',
      },
      port_forbidden: {
        title: 'The system does not allow this port',
        remedy: 'Choose a port above 1024 in Settings.',
      },
      address_unknown: {
        title: 'This machine does not have this address',
        remedy: 'Choose an address of this machine in Settings.',
      },
      listen_failed: { title: 'The port cannot be opened', remedy: 'Choose another port in Settings.' },
      token_taken: {
        title: 'Another system fetches the access_token',
        remedy: 'Use the stable interface, or stop the other system.',
      },
      skewed: {
        title: "The clock differs from WeChat's",
        remedy: 'Turn on automatic time in the system settings.',
      },
      quota_low: {
        title: "Today's look-ups are nearly used up",
        remedy: 'Once they are, wait until midnight in China or clear the quota in the WeChat console.',
      },
      slow: { title: 'The WeChat API answers slowly', remedy: "Check this machine's network and proxy." },
    },
    addIp: "Ask the account's administrator to add IP {{ip}} to the IP whitelist.",
    unworded: 'Cause: {{cause}}',
    facts: {
      ip: "This machine's public IP",
      rid: 'rid',
      ms: 'Took',
      url: 'Address',
      status: 'HTTP status',
      location: 'Redirects to',
      detail: 'System error',
      endpoint: 'Endpoint',
      errcode: 'WeChat errcode',
      kind: 'Kind',
      port: 'Port',
      offeredPort: 'Free port',
      appId: 'AppID',
      mode: 'Fetched by',
      fetchedAt: 'Fetched at',
      expiresAt: 'Valid until',
      at: 'Noticed at',
      remain: 'Look-ups left today',
      dailyLimit: 'Daily limit',
      skewSeconds: 'Difference',
      wechatTime: "WeChat's time",
    },
  },
} as const satisfies Wording<typeof chinese>;
