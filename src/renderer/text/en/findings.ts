/** What the doctor finds, in words: checks, causes, public-URL rules, facts, who acts. */

import type { Wording } from '../wording.ts';
import type { findings as chinese } from '../zh-CN/findings.ts';

export const findings = {
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
  after: 'First mend “{{check}}”.',
  checks: {
    credentials: {
      name: 'Credentials',
      ok: 'WeChat accepts this AppID and AppSecret today.',
      warning: 'AppID or AppSecret may be wrong.',
      failed: 'AppID or AppSecret do not work.',
      skipped: 'The AppSecret was not tried.',
    },
    whitelist: {
      name: 'IP whitelist',
      ok: 'WeChat lets this machine fetch the access_token.',
      warning: "This machine's public IP has changed.",
      failed: "WeChat does not allow this machine's IP.",
      skipped: 'The IP whitelist was not checked.',
    },
    token: {
      name: 'access_token',
      ok: 'The access_token is valid, and no other system interferes.',
      warning: 'The access_token works, but not steadily.',
      failed: 'No usable access_token can be had.',
      skipped: 'The access_token was not checked.',
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
      ok: 'This account may ask who follows it.',
      warning: 'Asking who follows may be limited.',
      failed: 'WeChat cannot be asked who follows.',
      skipped: 'The follow look-up was not checked.',
    },
    quota: {
      name: 'Look-up quota',
      ok: 'Plenty of look-ups are left today.',
      warning: 'Few look-ups are left today.',
      failed: "Today's look-ups are used up.",
      skipped: 'How many look-ups are left today is not known.',
    },
    callback: {
      name: 'Callback listener',
      ok: 'The callback listener is running.',
      warning: 'The callback listener may have a problem.',
      failed: 'The callback listener is not running.',
      skipped: 'The callback listener was not checked.',
    },
    public_url: {
      name: 'Public URL',
      ok: "The public URL meets WeChat's rules.",
      warning: "The public URL may not meet WeChat's rules.",
      failed: "The public URL does not meet WeChat's rules.",
      skipped: 'There is no public URL to check.',
    },
    dns: {
      name: 'DNS',
      ok: 'The domain resolves to a public address.',
      warning: 'The domain resolves to something doubtful.',
      failed: 'The domain does not resolve.',
      skipped: 'DNS was not checked.',
    },
    tls: {
      name: 'HTTPS certificate',
      ok: 'Phones will accept the certificate.',
      warning: 'The certificate is valid now, but needs attention.',
      failed: 'Phones will refuse the certificate.',
      skipped: 'The certificate was not checked.',
    },
    reachability: {
      name: 'Reachability',
      ok: 'The public URL leads phones back to this FollowDesk.',
      warning: 'The public URL may not lead back to this FollowDesk.',
      failed: 'The public URL does not lead to this FollowDesk.',
      skipped: 'Reachability was not checked.',
    },
    verification_file: {
      name: 'Domain verification file',
      ok: 'The verification file is at the public URL, word for word.',
      warning: "The domain cannot be saved in WeChat's console yet.",
      failed: 'WeChat would not find the right verification file now.',
      skipped: 'The verification file was not checked.',
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
      remedy: 'Enter the AppSecret under Accounts.',
    },
    secret_unreadable: {
      title: 'The AppSecret cannot be opened',
      remedy:
        'Another system user or machine sealed it. Enter it again under Accounts; all other settings are kept.',
    },
    secret_corrupt: {
      title: 'The stored AppSecret is damaged',
      remedy: 'Enter it again under Accounts; all other settings are kept.',
    },
    wrong_app_id: {
      title: 'The AppID is wrong',
      remedy:
        'WeChat does not know it. Copy the AppID again from the WeChat developer platform (My business > Official account); it starts with wx.',
    },
    wrong_secret: {
      title: 'The AppSecret is wrong',
      remedy:
        'It does not belong to this AppID, or was reset. Have the administrator reset it in the WeChat developer platform (My business > Official account); it takes their own phone and is shown once. Then enter it under Accounts.',
    },
    secret_frozen: {
      title: 'The AppSecret is frozen',
      remedy:
        'Have the administrator unfreeze it in the WeChat developer platform (My business > Official account); it takes about 10 minutes. An access_token already fetched works until it expires.',
    },
    token_comes_from_service: {
      title:
        "The access_token comes from your organisation's token service; FollowDesk does not trade the AppSecret for one.",
      remedy: 'Nothing to do.',
    },

    ip_not_listed: {
      title: "This machine's public IP is not on the whitelist",
      remedy:
        'Have the administrator open the WeChat developer platform (My business > Official account > IP whitelist), add {{ip}} and confirm with their own phone. It takes a few minutes.',
    },
    new_ip_not_listed: {
      title: "This machine's public IP has changed, and the new one is not on the whitelist",
      remedy:
        'It used to be {{previousIp}} and is {{ip}} now. Have the administrator open the WeChat developer platform (My business > Official account > IP whitelist), add {{ip}} and confirm with their own phone. If it changes often, get a fixed IP or use a relay that has one.',
    },
    ip_awaits_admin: {
      title: 'WeChat is waiting for the administrator to confirm this IP',
      remedy:
        "WeChat has told the account's administrator. Have them agree on their own phone, then check again; until they do, do not keep trying.",
    },
    ip_rejected_1h: {
      title: 'The administrator turned this IP down: barred for 1 hour',
      remedy:
        'Talk to the administrator, try again in 1 hour, and have them agree on their phone. A second refusal bars it for 24 hours.',
    },
    ip_rejected_24h: {
      title: 'The administrator turned this IP down twice: barred for 24 hours',
      remedy:
        'Talk to the administrator and try again in 24 hours. If that is too long, use another way out with a fixed IP.',
    },
    ip_changed: {
      title: "This machine's public IP is not the one seen before",
      remedy:
        'It used to be {{previousIp}} and is {{ip}} now, which works. A line without a fixed IP will change again, and then be refused: get a fixed IP, or use a relay that has one.',
    },

    token_taken: {
      title: "Another system fetches this account's access_token too",
      remedy:
        'It did so at about {{takenAbout}}, which ended ours early. Let both use the stable interface and neither force a refresh, or stop the other system.',
    },
    token_fetches_low: {
      title: "Today's access_token fetches are nearly used up",
      remedy:
        '{{fetchesToday}} of {{dailyLimit}} fetches were made today. Use the stable interface, and find out who fetches so often.',
    },
    service_not_set: {
      title: 'The token service has no address yet',
      remedy: 'Enter it under Accounts, or use the stable interface.',
    },
    service_unreachable: {
      title: "Your organisation's token service cannot be reached",
      remedy: 'Check its address and the network, then ask who runs it. WeChat itself is not the problem.',
    },
    service_refused: {
      title: 'The token service refused the key',
      remedy: 'Check the key with whoever runs the service, and enter it again under Accounts.',
    },
    service_http_status: {
      title: 'The token service answers with an error status',
      remedy: 'Tell whoever runs it the status {{status}}.',
    },
    service_bad_reply: {
      title: "The token service's answer is not JSON",
      remedy: 'Check its address; it may lead to a sign-in page.',
    },
    service_no_token: {
      title: "There is no access_token in the token service's answer",
      remedy: 'Under Accounts, check the JSON pointer to the access_token.',
    },
    service_expired: {
      title: 'The token service gave an access_token that has expired',
      remedy: 'Ask whoever runs it whether it still renews the token.',
    },

    offline: {
      title: 'This machine has no network',
      remedy: 'Check cable, Wi-Fi and router. FollowDesk need not be restarted afterwards.',
    },
    dns: {
      title: "The API address's domain cannot be resolved",
      remedy:
        "There is a network, but looking up the name fails. Check this machine's DNS settings, and the spelling if you entered the API address yourself.",
    },
    refused: {
      title: 'The connection was refused',
      remedy:
        'Nothing listens at {{url}}, or a firewall refuses. Check the API address; with a relay, check that it runs.',
    },
    timeout: {
      title: 'No answer from WeChat in time',
      remedy:
        'Check that the firewall lets {{url}} through and that the line is not congested, or choose another API address under Accounts.',
    },
    tls: {
      title: 'The encrypted connection fails',
      remedy:
        'Give the system error {{detail}} to your network administrator. FollowDesk never skips certificate checks.',
    },
    tls_time: {
      title: "The API's certificate seems to be outside its dates",
      remedy:
        "Most likely this machine's clock is wrong: turn on automatic time. If it is right, something in the network replaces the certificate: ask your network administrator.",
    },
    tls_intercepted: {
      title: "Something in the network replaces the API's certificate",
      remedy:
        'Corporate security devices and proxies do this. Get their root certificate from your network administrator, name it to FollowDesk in the environment variable NODE_EXTRA_CA_CERTS and start again. FollowDesk never skips certificate checks.',
    },
    proxy: {
      title: 'The proxy does not let it through',
      remedy:
        "Check the proxy's address, user and password in Settings, or ask whoever runs it to allow {{url}}.",
    },
    slow: { title: 'The WeChat API answers slowly', remedy: "Check this machine's network and proxy." },

    wrong_kind: {
      title: 'This kind of account has no such right',
      remedy:
        'Web authorization and the follow look-up need a verified service account. To try it out, apply for a test account.',
    },
    kind_not_said: {
      title: 'This account has no such right',
      remedy:
        "It takes a verified service account or a test account. Say under Accounts what kind it is; if it is a verified service account, have the administrator check that the verification is in force and that the user-information interface is listed under Interface permissions in WeChat's console.",
    },
    not_verified: {
      title: 'This service account has no such right',
      remedy:
        "Have the administrator check in WeChat's console that the verification is in force and that the user-information interface is listed under Interface permissions. Through a third-party platform, user management must be granted to it. When asking WeChat, give the rid.",
    },
    test_not_allowed: {
      title: 'A test account should have this right',
      remedy:
        "Check that AppID and AppSecret are the pair on the test account's page; then ask WeChat, with the rid.",
    },

    quota_low: {
      title: "Today's look-ups are nearly used up",
      remedy:
        "They are renewed at midnight in China. In a hurry, the administrator can clear the quota in WeChat's console, ten times a month.",
    },
    quota_used_up: {
      title: 'No look-ups are left today',
      remedy:
        "They are renewed at midnight in China. In a hurry, the administrator can clear the quota in WeChat's console, ten times a month.",
    },
    quota_unknown: {
      title: 'WeChat did not say, or a relay does not pass the question on.',
      remedy: 'This does no harm.',
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

    not_set: {
      title: 'There is no public URL',
      remedy: 'Enter an address phones can reach, for this account or in Settings.',
    },
    sandbox: {
      title: "The sandbox's phones are on this machine and need none.",
      remedy: 'Nothing to do.',
    },

    name_unknown: {
      title: 'The domain has no DNS record',
      remedy:
        'Add a record for {{host}} where the domain is managed, or check the spelling. Free tunnels change their domain: enter the present one.',
    },
    no_resolver: {
      title: 'The DNS server does not answer',
      remedy: 'This machine may have no network, or wrong DNS settings.',
    },
    private_address: {
      title: 'The domain points to a private address',
      remedy:
        'Phones outside cannot reach it. It will do for a test account whose phones are in the same Wi-Fi; for anything else let it resolve to a public address.',
    },
    fake_address: {
      title: 'A proxy program on this machine made the address up',
      remedy:
        "The real DNS record cannot be seen from here. Let {{host}} bypass that program, or open the public URL on a phone's mobile data.",
    },
    no_name: {
      title: 'The public URL has an IP, so there is no name to look up.',
      remedy: 'Real accounts need a domain.',
    },

    cert_expired: {
      title: 'The certificate has expired',
      remedy:
        "Renew it and let the server load it again. If it is valid in truth, check this machine's clock.",
    },
    cert_not_yet_valid: {
      title: 'The certificate is not valid yet',
      remedy: "Check when it was issued; more often this machine's clock is wrong: turn on automatic time.",
    },
    cert_wrong_name: {
      title: 'The certificate does not name this domain',
      remedy: 'It names {{names}}. Get one for {{host}}, or enter a domain that it names.',
    },
    cert_self_signed: {
      title: 'The certificate is self-signed',
      remedy: 'Phones will not accept it. Get one from a trusted authority; there are free ones.',
    },
    cert_unknown_issuer: {
      title: "The certificate's issuer is not trusted",
      remedy:
        'Phones will not accept it. Get one from a trusted authority; if only this machine refuses it, look for a security device in the network.',
    },
    cert_incomplete_chain: {
      title: 'The certificate chain is incomplete',
      remedy:
        'The server sends its own certificate only. Let it send the full chain, with the intermediate certificate (often called fullchain.pem).',
    },
    expires_soon: {
      title: 'The certificate expires soon',
      remedy:
        'It is valid until {{validTo}}. Check that it renews itself; do not wait for the day of the event.',
    },
    old_tls: {
      title: 'The server knows outdated encryption only',
      remedy: 'Turn on TLS 1.2 or 1.3 on the server.',
    },
    not_tls: {
      title: 'There is no HTTPS on this port',
      remedy: 'Check that the reverse proxy serves HTTPS on it, and that the port in the address is right.',
    },
    tls_failed: {
      title: 'The HTTPS connection fails',
      remedy: 'Give the system error {{detail}} to whoever runs the server.',
    },
    no_tls: {
      title: 'The public URL is not https, so there is no certificate.',
      remedy: 'Real accounts should use https.',
    },
    not_seen: {
      title: 'No connection, so no certificate was seen.',
      remedy: 'See “Reachability”.',
    },

    redirected: {
      title: 'The public URL redirects',
      remedy: 'It leads to {{location}}. Enter that address, or remove the redirect from the proxy.',
    },
    not_followdesk: {
      title: 'Something else answers there',
      remedy:
        "It may be a tunnel's notice page or another site. Check that the tunnel or reverse proxy forwards to FollowDesk's callback port; a free tunnel with a notice page will not do.",
    },
    another_followdesk: {
      title: 'Another FollowDesk answers there',
      remedy:
        "Point the tunnel or reverse proxy to this machine's callback port, or stop the other FollowDesk.",
    },
    http_status: {
      title: 'The public URL answers with an error status',
      remedy:
        "The status is {{status}}. Check that the tunnel or reverse proxy forwards to FollowDesk's callback port.",
    },
    no_answer: {
      title: 'No answer from the public URL in time',
      remedy:
        "Some routers do not let a machine call its own public address. Open the public URL's /healthz on a phone's mobile data: if it says ok, all is well.",
    },
    unreachable: {
      title: 'The public URL cannot be opened',
      remedy: 'Check that the tunnel or reverse proxy runs and that the firewall lets it through.',
    },

    none_yet: {
      title: 'There is no verification file yet',
      remedy:
        "Have the administrator download MP_verify_….txt in WeChat's console (Account settings > Feature settings > Web authorization domain), give it to FollowDesk, then go back there and save. If the domain was saved long ago, ignore this.",
    },
    not_served: {
      title: '{{file}} is not at the public URL',
      remedy:
        'The status is {{status}}. Let the reverse proxy forward this file to FollowDesk too, or put it at the root of the site.',
    },
    html_instead: {
      title: 'Asked for {{file}}, a page came',
      remedy:
        'The reverse proxy or tunnel answered with a page of its own. Let it forward this file to FollowDesk.',
    },
    wrong_text: {
      title: '{{file}} says something else',
      remedy:
        "The site may hold an old file of that name. Remove it, or download the file from WeChat's console again and give it to FollowDesk.",
    },
    file_redirected: {
      title: 'Asked for {{file}}, a redirect came',
      remedy: 'WeChat does not follow it. Let the file be answered at its own address.',
    },
    not_needed: { title: 'This kind of account needs none.', remedy: 'Nothing to do.' },

    skewed: {
      title: "The clock differs from WeChat's",
      remedy: 'Turn on automatic time in the system settings.',
    },
    far_off: {
      title: "The clock differs a lot from WeChat's",
      remedy:
        'Turn on automatic time in the system settings. With a wrong clock scans are recorded at wrong times, and encrypted connections may fail.',
    },
    certificate_time: {
      title: "This machine's clock is probably wrong",
      remedy:
        "Seen from here, the certificate of WeChat's API is outside its dates. Turn on automatic time in the system settings.",
    },
    no_time: { title: 'The WeChat API told no time.', remedy: 'See “WeChat API”.' },
  },
  urlRules: {
    not_a_url: { title: 'Not a complete address', remedy: 'Write it as https://domain.' },
    not_https: {
      title: 'Not https',
      remedy: 'Use https for a real account; test accounts and local networks can use http.',
    },
    has_password: {
      title: 'Holds a user name or password',
      remedy:
        'Every phone would see it, and WeChat does not accept it. Remove the “@” and what is before it.',
    },
    has_port: {
      title: 'Has a port',
      remedy: 'A real account calls back on port 80 or 443 only: let a reverse proxy hide the port.',
    },
    upper_case: {
      title: 'Has capital letters',
      remedy: 'Write the domain in lower case, or WeChat answers 10003.',
    },
    underscore: {
      title: 'Has an underscore',
      remedy: 'WeChat takes letters, digits and “-” only. Use another domain.',
    },
    not_ascii: {
      title: 'Has letters beyond a–z',
      remedy:
        'WeChat takes letters, digits and “-” only. Write its form that starts with xn--, or use another domain.',
    },
    is_ip: {
      title: 'Is an IP, not a domain',
      remedy: 'A real account needs a domain with an ICP filing; test accounts can use an IP.',
    },
    loopback: {
      title: 'Only this machine can open it',
      remedy: 'Phones cannot. Enter an address that phones can reach; the sandbox is not affected.',
    },
    local_name: {
      title: 'Is a name of the local network',
      remedy:
        'Neither phones outside nor WeChat know it. Enter a public domain; test accounts can use a local IP.',
    },
    has_path: {
      title: 'Has a path after the domain',
      remedy: 'The web authorization domain in WeChat must have the same path, or remove the path here.',
    },
    too_long: {
      title: 'Is too long',
      remedy:
        'The authorize link would pass 1000 characters, which some phones do not open. Use a shorter address.',
    },
  },
  unworded: 'Cause: {{cause}}',
  facts: {
    ip: "This machine's public IP",
    previousIp: 'Previous IP',
    seenAt: 'Previous IP last seen',
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
    accountKind: 'Account kind',
    mode: 'Fetched by',
    ageSeconds: 'Age',
    fetchedAt: 'Fetched at',
    expiresAt: 'Valid until',
    fetchesToday: 'Fetched today',
    dailyLimit: 'Daily limit',
    noticedAt: 'Noticed at',
    takenAbout: 'Fetched elsewhere at about',
    used: 'Look-ups today',
    remain: 'Look-ups left today',
    rules: 'Rules broken',
    host: 'Domain',
    addresses: 'Resolves to',
    issuer: 'Issuer',
    validFrom: 'Valid from',
    validTo: 'Valid to',
    protocol: 'Encryption',
    names: 'Domains it names',
    page: 'Page title',
    file: 'File',
    files: 'Files',
    said: 'What it says',
    skewSeconds: 'Difference',
    wechatTime: "WeChat's time",
  },
  accountKinds: {
    service: 'verified service account',
    test: 'test account',
    other: 'another kind of account',
  },
  tokenModes: {
    stable: 'the stable interface',
    classic: 'the classic interface',
    shared: "your organisation's token service",
  },
  report: { title: 'FollowDesk check report', account: 'Account', at: 'Checked at' },
} as const satisfies Wording<typeof chinese>;
