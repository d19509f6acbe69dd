/** The setup guide, from an AppID to a first scan. */
import type { Wording } from '../wording.ts';
import type { setup as chinese } from '../zh-CN/setup.ts';

export const setup = {
  title: 'Setup guide',
  start: 'Set up step by step',
  leave: 'Back to the accounts',
  rail: 'Setup steps',
  count: 'Step {{number}} of {{total}}',
  next: 'Next: {{name}}',
  back: 'Back',
  where: "Where in WeChat's console",
  or: 'or',
  gone: {
    title: 'This account is gone',
    body: 'It may have been deleted elsewhere.',
    action: 'See the accounts there are',
  },
  sandbox: {
    title: 'The sandbox needs no setup',
    body: 'Its WeChat is the bundled simulator: it can be scanned right now.',
    action: 'Go to the desk',
  },
  states: {
    done: 'Done',
    attention: 'Have a look',
    problem: 'Problem',
    todo: 'To do',
    skipped: 'Not needed',
    checking: 'Checking…',
  },
  steps: {
    kind: {
      name: 'Account type',
      title: 'What kind of account is it?',
      intro:
        'Knowing who scans needs “web authorization”, which WeChat gives to some accounts only. The right answer here saves detours later.',
    },
    credentials: {
      name: 'AppID and AppSecret',
      title: 'Enter AppID and AppSecret',
      intro:
        'They are checked with WeChat at once. An AppSecret goes in and never comes out: only its last four characters are shown.',
    },
    whitelist: {
      name: 'IP whitelist',
      title: 'Have WeChat let this machine in',
      intro:
        'WeChat listens only to IPs on the whitelist. The address below is the one WeChat saw, not the one this machine believes it has.',
    },
    address: {
      name: 'Public URL',
      title: 'Where do phones come back to?',
      intro:
        'Enter an address that phones can open. WeChat compares its domain letter by letter; the guide does so first.',
    },
    verification: {
      name: 'Proof of domain',
      title: 'Prove to WeChat that the domain is yours',
      intro:
        'When the web-authorization domain is saved, WeChat fetches an MP_verify file. Hand it to FollowDesk, which answers for it.',
    },
    reachability: {
      name: 'Reachability',
      title: 'Does the public URL lead here?',
      intro:
        'A round trip from the public URL back to FollowDesk. When it fails, there is configuration below to copy.',
    },
    scan: {
      name: 'First scan',
      title: 'Scan once with a phone',
      intro: 'One real scan proves every step before it.',
    },
  },
  kind: {
    useTest: 'Use a test account instead',
    testHint:
      'A test account is good for getting everything to run: people must follow it before they scan, 100 at most. To go live, take a verified service account and go through this guide again.',
    service: {
      name: 'Verified service account',
      what: 'Has the verified mark and is reviewed every year. The one for real use.',
    },
    test: {
      name: 'Test account',
      what: "WeChat's account for developers: sign in by scanning, no review.",
    },
    other: {
      name: 'Neither',
      what: 'Subscription accounts, unverified service accounts, personal accounts.',
    },
    points: {
      door: 'A scan tells who it is and whether they follow',
      everyone: 'Anybody can scan',
      domain: "The domain must be registered (ICP) and pass WeChat's check",
      hundred: '100 followers at most',
      followFirst: 'Who does not follow yet sees 10006 on the phone and must follow first',
      noFiling: 'Any domain will do, even an IP in the local network',
      noDoor: 'No web authorization: a scan shows 10005, so it is no use at the door',
      noScene: 'No QR codes with parameters either',
    },
    neither: {
      title: 'This account is no use at the door',
      body: 'WeChat does not let it learn who scanned, and there is no way around that. Come back with a verified service account, or go on in one of these two ways.',
      test: 'Get a test account',
      testHow:
        'Open this address on a computer and sign in by scanning with WeChat: the page shows an appID and an appsecret.',
      copyTest: 'Copy the address for test accounts',
      sandbox: 'Practise with the sandbox',
      sandboxHow: 'The bundled simulator plays WeChat: no AppID, no phone, no network.',
      openSandbox: 'Open the sandbox',
    },
  },
  credentials: {
    check: 'Save and check with WeChat',
    checkAgain: 'Save and check again',
    pasteBoth: 'Paste AppID and AppSecret together if you like: they are told apart.',
    recognised: {
      both: 'AppID and AppSecret were found in what you pasted.',
      one: 'One of the two was found in what you pasted.',
    },
    addresses: 'Calling WeChat through a relay?',
    asking: 'Checking with WeChat…',
    decide: 'Decide in Settings',
    kept: 'What you typed stays here: come back and go on.',
    unproven: {
      title: 'One step is missing before they can be checked',
      remedy:
        'WeChat did not look at them because this IP is not on the whitelist. Whether AppID and AppSecret are right shows once it is. Go on to the next step.',
    },
    troubles: {
      app_id: 'A test account has another AppID than your real account: do not mix them up.',
      secret: 'A reset makes the old AppSecret fail in your other systems: tell the people who use it first.',
      frozen: 'It is unfrozen on the page named above. Check again once that took effect.',
      unreachable: 'What you entered is saved. Check again once WeChat can be reached.',
    },
  },
  whitelist: {
    address: "This machine's IP as WeChat sees it",
    copy: 'Copy for {{box}}',
    confirm:
      'One IP per line, then save. The administrator must confirm by scanning with WeChat; it takes effect within minutes.',
    test: 'Test accounts usually have no IP whitelist, so this step tends to pass by itself.',
    askNow: 'Ask now',
    asking: 'Asking WeChat…',
    watching: 'Waiting for WeChat to let it in',
    lastAsked: 'last asked {{time}}; paused while this page is in the background',
    first: 'Nothing is known of the whitelist yet',
    firstWhy: 'WeChat speaks of the IP once AppID and AppSecret pass.',
    confirming: 'Goes on by itself once they agree; WeChat is asked every minute',
    refused: 'It can be asked again after {{time}}. Until then FollowDesk asks nothing by itself.',
    changed: {
      title: "This machine's public IP has changed",
      body: 'It is {{now}} now and was {{before}} before (last seen {{time}}). The next change breaks the whitelist again.',
      remedy:
        'Ordinary lines change their IP. Ask your provider for a fixed one, or reach WeChat through a relay on a server that has one.',
      relay: 'How a relay works',
    },
    history: {
      title: 'IPs WeChat has seen',
      allowed: 'let in',
      refused: 'refused',
      span: '{{first}} to {{last}}',
    },
  },
  address: {
    label: 'Public URL',
    placeholder: 'https://door.example.com',
    testPlaceholder: 'http://192.168.1.20:8080',
    save: 'Save and check',
    checking: 'Checking address, name and certificate…',
    box: 'Exactly this goes into “{{box}}”',
    boxEmpty: 'Fill in the address above, and what to paste appears here.',
    copy: 'Copy',
    rules: {
      same: 'Compared letter by letter: www.example.com and example.com are two domains, and subdomains do not count.',
      two: '2 domains at most.',
      monthly: 'It can be changed only a few times a month: save it once you are sure.',
      filing: 'The domain needs an ICP registration; no http://, no port, no IP.',
      order: 'Do not press save yet: the next step puts the proof file in place, or WeChat refuses.',
      testForms: 'A test account takes an IP and a port too, such as 192.168.1.20:8080.',
      testScheme: 'Leave http:// and https:// out. Confirm right away; no proof file is needed.',
    },
  },
  verification: {
    already: 'If “{{box}}” was saved before, skip this step.',
    drop: "Drop the MP_verify_….txt you downloaded from WeChat's console here",
    pick: 'Choose the file',
    name: 'Or paste just its name (it says what the file says)',
    add: 'Add',
    held: 'Proof files being served',
    fetch: 'Fetch it from outside',
    fetching: 'Fetching the proof file through the public URL…',
    refused: {
      title: '“{{name}}” is no proof file of WeChat',
      remedy:
        'Its name is MP_verify_ followed by letters and digits, and ends in .txt. Download it where the web-authorization domain is set, and do not rename it.',
    },
    pressSave: "All set: now press “{{button}}” at “{{box}}” in WeChat's console.",
    notYet: 'Do not press “{{button}}” yet: WeChat cannot fetch it and would refuse.',
    reachFirst: 'See to reachability first',
    test: {
      title: 'A test account does not need this',
      body: "A test account's domain takes effect at once; WeChat fetches no proof file.",
    },
  },
  reachability: {
    check: 'Check again',
    checking: 'Going out and coming back through the public URL…',
    noUrl: 'There is no public URL yet: enter it first.',
    how: 'How to lead the public URL here',
    commands: 'Commands',
    ways: {
      nginx:
        'For a server with a public IP, with nginx on this machine or in its network. Replace the paths of the certificate by yours.',
      caddy:
        'Like nginx, but Caddy gets and renews the certificate by itself. The name must point at that machine first.',
      frp: 'This machine has no public IP, but you have a server that does. Replace FRPS_SERVER and FRPS_TOKEN by yours.',
      cpolar:
        'Tunnels such as cpolar, ngrok or NATAPP. A domain of your own usually costs money; free ones change, and each time the web-authorization domain must be entered again. Some show a page of their own first, which breaks the authorization.',
      cloudflared:
        'For a domain that is managed by Cloudflare. Mind that phones in mainland China may be slow to reach it, and that ICP registration is another matter.',
    },
    noPath: 'This way cannot cut off a path: use a public URL without one.',
    noSnippet: 'This address cannot be written into a configuration: use an ordinary domain.',
    tls: 'The certificate must come from a public authority and be in date; phones refuse self-signed ones. The proxy in front takes care of it, not FollowDesk.',
    sameMachine:
      'FollowDesk takes connections from this machine only: install the proxy or tunnel here. If it runs elsewhere, let FollowDesk listen in the local network.',
    openSettings: 'Open Settings',
  },
  scan: {
    finish: 'Go to the desk',
    waiting: 'Waiting for the first scan…',
    how: "Point WeChat's scanner on a phone at the code on the left.",
    howTest: "Follow the test account in WeChat first, then point WeChat's scanner at the code on the left.",
    done: {
      title: 'All set up',
      body: 'WeChat knew the visitor and said whether they follow. You can go to the door.',
    },
    unknown: {
      title: 'Scanned, but without a verdict',
      body: 'The reason and what to do are below. Then scan again.',
    },
    phone: {
      title: 'The phone shows an error?',
      label: "The number on the phone's page",
      unknown: "{{code}} is not in the list. Compare the number, or look it up in WeChat's documentation.",
      more: {
        domain:
          'Go back to “Public URL” and paste exactly what it says there; what was saved just now takes a few minutes.',
        kind: 'This account has no web authorization. Go back to the first step and take a verified service account or a test account.',
        follow:
          "This is a test account: follow it first by scanning the code on the test account's own page, then scan this one.",
      },
    },
  },
} as const satisfies Wording<typeof chinese>;
