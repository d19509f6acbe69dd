/** Every error of the contract and every failure to reach the host: what happened, and what to do. */
import type { Wording } from '../wording.ts';
import type { errors as chinese } from '../zh-CN/errors.ts';

export const errors = {
  catalogue: 'en',
  NOT_FOUND: {
    account: {
      title: 'This account no longer exists',
      remedy: 'It may have been deleted elsewhere. Reload the list and choose again.',
    },
    entry: {
      title: 'This entry no longer exists',
      remedy: 'It may have been deleted elsewhere. Choose another entry.',
    },
    scan: { title: 'This scan is no longer on record', remedy: 'It may have been erased. Reload the list.' },
    error_code: {
      title: 'This error code is not in the catalogue',
      remedy: "Look it up in WeChat's documentation, or trace the rid on the developer platform.",
    },
    backup: {
      title: 'This backup no longer exists',
      remedy: 'Only the latest backups are kept. Refresh the list and choose another.',
    },
    verification_file: {
      title: 'This verification file no longer exists',
      remedy: 'It may have been deleted elsewhere. Refresh the list.',
    },
    lookup: {
      title: 'This look-up no longer exists',
      remedy: 'It may have been deleted elsewhere. Refresh the list.',
    },
    tag: {
      title: 'This tag no longer exists',
      remedy: "It may have been deleted in WeChat's console. Refresh the list of tags.",
    },
    person: {
      title: 'Nothing is on record about this person',
      remedy: 'They may have been erased. Refresh the list.',
    },
  },
  SECRET_MISSING: {
    missing: {
      title: 'The AppSecret is missing',
      remedy: 'Enter it under Accounts. Everything else is still there.',
    },
    unreadable: {
      title: 'The AppSecret must be entered again',
      remedy:
        'Another user or machine sealed it, so it cannot be opened here. Enter it again under Accounts; everything else is still there.',
    },
    corrupt: {
      title: 'The AppSecret must be entered again',
      remedy: 'Its stored form is damaged. Enter it again under Accounts; everything else is intact.',
    },
    forgotten: {
      title: 'The AppSecret must be entered again',
      remedy:
        'It was held in memory only and was gone when FollowDesk ended. Enter it again under Accounts; everything else is intact.',
    },
  },
  VAULT_UNAVAILABLE: {
    title: 'Secrets cannot be stored safely on this machine',
    remedy: 'The system keychain is not available. Unlock or enable it, then start FollowDesk again.',
  },
  VAULT_UNDECIDED: {
    weak: {
      title: 'Decide first how secrets are kept',
      remedy:
        'This machine has no usable keychain. In Settings, choose weak protection or memory only; what you entered is still here.',
    },
    unavailable: {
      title: 'Decide first how secrets are kept',
      remedy:
        'The keychain is not available. Unlock it and try again, or choose memory only in Settings; what you entered is still here.',
    },
  },
  IMPORT_REFUSED: {
    not_an_export: {
      title: 'This is not a file that FollowDesk exported',
      remedy: 'Choose an export, whose name ends in .followdesk. Nothing was changed.',
    },
    newer_version: {
      title: 'The file comes from a newer version',
      remedy: 'Update FollowDesk to that version first, then import. Nothing was changed.',
    },
    damaged: {
      title: 'The file is damaged',
      remedy: 'It was altered on the way or on disk. Copy it again, or export anew. Nothing was changed.',
    },
    wrong_password: {
      title: 'The password is wrong',
      remedy:
        'Enter the password set at export. If it is forgotten, export anew on the old machine. Nothing was changed.',
    },
  },
  WRONG_TOKEN_MODE: {
    title: 'Not possible in this token mode',
    remedy:
      "Only the stable interface can be forced; a shared token belongs to your organisation's service. The mode can be changed under Accounts.",
  },
  TOKEN_SERVICE_FAILED: {
    not_set: {
      title: 'The token service has no address yet',
      remedy: 'Enter its address under Accounts, or use the stable interface.',
    },
    unreachable: {
      title: 'Your token service cannot be reached',
      remedy: 'Check its address and the network, then ask whoever runs it.',
    },
    refused: {
      title: 'The token service refused the key',
      remedy: 'Compare the key with whoever runs it, and enter it again under Accounts.',
    },
    http_status: {
      title: 'The token service answered with an error status',
      remedy: 'Tell the status to whoever runs it.',
    },
    bad_reply: {
      title: "The token service's answer is not JSON",
      remedy: 'Compare the address; it may lead to a sign-in page.',
    },
    no_token: {
      title: 'There is no token in the answer',
      remedy: 'Compare the JSON pointer to the access_token.',
    },
    expired: {
      title: 'The token service gave an expired token',
      remedy: 'Ask whoever runs it whether it still renews the token.',
    },
  },
  WECHAT_REFUSED: {
    title: 'WeChat refused the call',
    unexplained:
      "This error code is not in the catalogue. Trace the rid on WeChat's developer platform, or try later.",
    addIp: "Add the IP {{ip}} to the account's IP whitelist, then try again in a few minutes.",
  },
  WECHAT_UNREACHABLE: {
    network: {
      title: 'WeChat cannot be reached',
      remedy: "Check this machine's network, proxy and firewall.",
    },
    timeout: {
      title: 'WeChat did not answer in time',
      remedy: 'The network may be slow. Try again in a moment.',
    },
    bad_reply: {
      title: 'The answer did not come from WeChat',
      remedy:
        'A sign-in page or a proxy may be in the way, or the API address is wrong. Check the network and the API address.',
    },
    http_status: {
      title: "WeChat's API answered with an unexpected status",
      remedy: 'Try again later. If it goes on, check the API address.',
    },
  },
  STORAGE_FAILED: {
    full: { title: 'The disk is full', remedy: 'Nothing was changed. Free some space and try again.' },
    read_only: {
      title: 'The data folder is read-only',
      remedy: "Nothing was changed. Check the folder's permissions and try again.",
    },
    other: {
      title: 'The data folder cannot be written',
      remedy: 'Nothing was changed. Check the disk and try again.',
    },
  },
  PORT_IN_USE: {
    title: 'Port {{port}} is in use',
    remedy: 'Close the program that uses it, or choose another port.',
    offered: 'Port {{offeredPort}} is free.',
  },
  LISTEN_FAILED: {
    PORT_FORBIDDEN: {
      title: 'The system does not allow port {{port}}',
      remedy: 'Ports below 1024 usually need an administrator: choose a higher one.',
    },
    ADDRESS_UNKNOWN: {
      title: 'This machine does not have that address',
      remedy:
        'Choose an address of this machine; 0.0.0.0 means all of them. The old callback address is still in use.',
    },
    LISTEN_FAILED: {
      title: 'Port {{port}} cannot be opened',
      remedy: 'Choose another port. The old callback address is still in use.',
    },
  },
  NOT_RECHECKABLE: {
    title: 'This scan cannot be checked again',
    remedy: "WeChat never told us the visitor's openid: ask them to scan again.",
  },
  LOCKED: {
    locked: {
      title: 'This is locked',
      remedy: 'Type the PIN to unlock, then try again. Nothing was changed.',
    },
    kiosk: {
      title: 'Not in kiosk mode',
      remedy:
        'Ask whoever is in charge to leave kiosk mode with the PIN, then try again. Nothing was changed.',
    },
  },
  WRONG_PIN: {
    pin: 'Wrong PIN',
    app_secret: 'No account here has this AppSecret',
    left: 'Tries left: {{count}}.',
    wait: 'Wait {{seconds}} s, then try again.',
  },
  PIN_MISSING: { title: 'No PIN is set', remedy: 'Kiosk mode is left with the PIN. Set one first.' },
  TOO_SOON: { title: 'Too soon', remedy: 'Try again in {{seconds}} s.' },
  BAD_REQUEST: { title: 'Something entered is not valid', remedy: 'Check what you entered and try again.' },
  UNAUTHORIZED: {
    title: 'No longer signed in',
    remedy: 'Open the link printed in the terminal again.',
  },
  hostUnreachable: {
    title: 'FollowDesk itself cannot be reached',
    remedy: 'Make sure FollowDesk is still running, then try again.',
  },
  hostFailed: {
    title: 'FollowDesk failed internally',
    remedy: 'Try again; if it happens again, send the details to the maintainers.',
  },
  facts: {
    status: 'HTTP status',
    code: 'Error',
    errcode: 'WeChat errcode',
    rid: 'rid',
    endpoint: 'Endpoint',
    ip: 'IP to whitelist',
    message: 'Message',
    port: 'Port',
    backend: 'Keychain',
    id: 'Id',
  },
} as const satisfies Wording<typeof chinese>;
