/** The settings screen's wording. */
import type { Wording } from '../wording.ts';
import type { settings as chinese } from '../zh-CN/settings.ts';

export const settings = {
  title: 'Settings',
  appearance: {
    title: 'Appearance',
    language: 'Language',
    languages: { auto: 'As the system', 'zh-CN': '简体中文', en: 'English' },
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    note: 'Changes apply at once.',
  },
  callback: {
    title: 'Callback address',
    intro: "Visitors' phones come back here after a scan. A change affects later scans only.",
    now: 'Address now',
    copy: 'Copy the callback address',
    down: 'Not running',
    host: 'Who can reach it',
    loopback: 'This machine only (127.0.0.1)',
    loopbackHelp: 'For the sandbox, and for a tunnel or reverse proxy on this very machine.',
    everywhere: 'The whole network (0.0.0.0)',
    everywhereHelp: 'Phones in the same local network reach it directly. If the firewall asks, allow it.',
    other: 'One network interface',
    otherLabel: 'Interface address',
    otherHelp: "The IP address of one of this machine's interfaces.",
    port: 'Port',
    portHelp: '0 picks a free one. A tunnel or reverse proxy needs a fixed port.',
    publicUrl: 'Public URL',
    publicUrlHelp:
      'What phones call this machine by, such as the domain of a tunnel or reverse proxy. An account may have its own.',
    publicUrlNone: 'When empty, phones go straight to the address above.',
    save: 'Save',
    saved: 'Saved. The new address is in use.',
    savedNoChange: 'Nothing was changed.',
    useOffered: 'Use port {{port}} instead',
    problems: {
      host: 'Enter an IP address such as 192.168.1.20.',
      port: 'A port is a whole number from 0 to 65535.',
      publicUrl: 'Enter a complete URL such as https://example.com.',
    },
  },
  machine: {
    title: 'This machine',
    vault: 'Secrets',
    backend: 'Kept by',
    vaultStates: {
      ok: 'Stored encrypted.',
      weak: 'Weak: there is no keychain, so a fixed key only veils them. Whoever gets the data folder can read an AppSecret.',
      unavailable:
        'Unavailable: no AppSecret can be stored now. Unlock or enable the keychain, then restart.',
    },
    backends: {
      keychain: 'macOS Keychain',
      dpapi: 'Windows data protection (DPAPI)',
      gnome_libsecret: 'GNOME Keyring',
      kwallet: 'KWallet',
      kwallet5: 'KWallet 5',
      kwallet6: 'KWallet 6',
      'key-file': 'A key file in the data folder',
      'master-key': 'The key in FOLLOWDESK_MASTER_KEY',
      basic_text: 'A fixed key (no keychain)',
      unknown: 'Unknown',
    },
    folder: 'Data folder',
    folderHelp: 'Settings, scans and encrypted secrets live here. To back up, copy the whole folder.',
    copyFolder: 'Copy the path',
    version: 'Version',
    copyVersion: 'Copy the version',
  },
} as const satisfies Wording<typeof chinese>;
