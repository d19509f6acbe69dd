/**
 * What a person at a locked console may ask: one table over the whole contract, in which a procedure that is
 * missing does not compile. The rule: what shows the door's work is `desk`, what merely reads or adds to it is
 * `open`; what changes the set-up, reveals, takes away, or carries people's data out is behind the `pin`.
 */
import type { Contract } from '#shared/contract/contract.ts';
import type { LockState } from '#shared/model/lock.ts';

/** `desk`: always · `open`: while locked, too, but not in kiosk mode · `pin`: only while unlocked. */
export type Access = 'desk' | 'open' | 'pin';

/** Where what is sent decides, a function of that: before it was checked, so it may be anything. */
type Rule = Access | ((input: unknown) => Access);
type Rules = { [Noun in keyof Contract]: { [Verb in keyof Contract[Noun]]: Rule } };

/** What of the settings anybody may choose who looks at the screen. */
const LOOKS = ['language', 'theme'];

/** The desk asks whether WeChat can be reached at all; what else there is to find is the operator's. */
function doctor(input: unknown): Access {
  const checks = typeof input === 'object' && input !== null && 'checks' in input ? input.checks : null;
  return Array.isArray(checks) && checks.length === 1 && checks[0] === 'api_reachable' ? 'desk' : 'pin';
}

function changeSettings(input: unknown): Access {
  const fields = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  return fields.length > 0 && fields.every((field) => LOOKS.includes(field)) ? 'open' : 'pin';
}

export const rules: Rules = {
  accounts: {
    list: 'desk',
    pulse: 'desk',
    create: 'pin',
    update: 'pin',
    remove: 'pin',
    addSandbox: 'pin',
    doctor,
    lookUpRid: 'pin',
    seenIps: 'pin',
    token: 'pin',
    refreshToken: 'pin',
    forceToken: 'pin',
    openTokenService: 'pin',
    closeTokenService: 'pin',
  },
  entries: {
    list: 'desk',
    code: 'desk',
    create: 'open',
    createMany: 'open',
    update: 'open',
    remove: 'pin',
  },
  scans: {
    list: 'desk',
    summary: 'desk',
    live: 'desk',
    recheck: 'desk',
    series: 'desk',
    annul: 'desk',
    reinstate: 'desk',
  },
  board: {
    get: 'desk',
    live: 'desk',
    openWindow: 'desk',
    settings: 'open',
    access: 'open',
    changeSettings: 'pin',
    newKey: 'pin',
    removeKey: 'pin',
  },
  users: { lookup: 'open' },
  followers: {
    list: 'pin',
    sync: 'pin',
    pause: 'pin',
    progress: 'pin',
    changes: 'pin',
    updateRemark: 'pin',
    tag: 'pin',
  },
  // Names of tags are part of what a look-up answers.
  tags: { list: 'open', create: 'pin', rename: 'pin', remove: 'pin' },
  people: { get: 'open', note: 'open', erase: 'pin' },
  lookups: {
    start: 'open',
    list: 'open',
    get: 'open',
    results: 'open',
    progress: 'open',
    pause: 'open',
    resume: 'open',
    cancel: 'open',
    remove: 'pin',
  },
  exports: { scans: 'pin', lookup: 'pin' },
  calls: { list: 'pin', clear: 'pin' },
  errors: { explain: 'open' },
  host: {
    status: 'desk',
    settings: 'desk',
    commands: 'desk',
    changeSettings,
    network: 'pin',
    changeNetwork: 'pin',
    verificationFiles: 'pin',
    addVerificationFile: 'pin',
    removeVerificationFile: 'pin',
  },
  lock: {
    get: 'desk',
    lock: 'desk',
    unlock: 'desk',
    present: 'desk',
    forgotten: 'desk',
    startKiosk: 'open',
    setPin: 'pin',
    removePin: 'pin',
    change: 'pin',
  },
  safekeeping: { backups: 'pin', restore: 'pin', exportSettings: 'pin', importSettings: 'pin' },
};

/** What `['accounts', 'create']` needs; the PIN, for what the table does not know. */
export function accessOf([noun = '', verb = '']: readonly string[], input: unknown): Access {
  const rule = own<Rule>(own<Record<string, Rule>>(rules, noun), verb);
  return (typeof rule === 'function' ? rule(input) : rule) ?? 'pin';
}

/** Not what every object has. */
function own<T>(table: object | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? (table as Record<string, T>)[name] : undefined;
}

export function isRefused(access: Access, { isLocked, isKiosk }: Pick<LockState, 'isLocked' | 'isKiosk'>) {
  if (access === 'desk') return false;
  return isKiosk || (isLocked && access === 'pin');
}
