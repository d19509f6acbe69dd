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
  },
  VAULT_UNAVAILABLE: {
    title: 'Secrets cannot be stored safely on this machine',
    remedy: 'The system keychain is not available. Unlock or enable it, then start FollowDesk again.',
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
