/**
 * Failures that have names. Facts are fields, so that `server/router` can hand them on and the console can
 * word them; messages are for logs and never hold a secret, a token or a code.
 */
import type { TokenMode } from '#shared/model/token.ts';
import type { Reason } from '#shared/model/verdict.ts';

/** What an id can name. */
export type ThingKind =
  | 'account'
  | 'entry'
  | 'scan'
  | 'error_code'
  | 'backup'
  | 'verification_file'
  | 'lookup'
  | 'tag'
  | 'person';

/** An id that names nothing. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  readonly kind: ThingKind;
  readonly id: string;
  constructor(kind: NotFound['kind'], id: string) {
    super(`no ${kind} ${id}`);
    this.kind = kind;
    this.id = id;
  }
}

/** The account's AppSecret is absent, sealed by another user or machine, or damaged on disk. */
export class SecretMissing extends Error {
  override readonly name = 'SecretMissing';
  readonly accountId: string;
  readonly state: 'missing' | 'unreadable' | 'corrupt';
  constructor(accountId: string, state: SecretMissing['state']) {
    super(`the AppSecret of account ${accountId} is ${state}`);
    this.accountId = accountId;
    this.state = state;
  }
}

/** This machine offers nothing that can seal a secret. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
  readonly backend: string;
  constructor(backend: string) {
    super(`no vault can seal secrets here (${backend})`);
    this.backend = backend;
  }
}

/** The keychain is weak or missing, and nobody has said what becomes of secrets then; none was stored. */
export class VaultUndecided extends Error {
  override readonly name = 'VaultUndecided';
  readonly state: 'weak' | 'unavailable';
  readonly backend: string;
  constructor(state: VaultUndecided['state'], backend: string) {
    super(`nobody has decided how secrets are kept here (${state}, ${backend})`);
    this.state = state;
    this.backend = backend;
  }
}

/** The file is no export of ours, or does not open; nothing was changed. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly kind: 'not_an_export' | 'newer_version' | 'damaged' | 'wrong_password';
  constructor(kind: ImportRefused['kind']) {
    super(`the file cannot be imported (${kind})`);
    this.kind = kind;
  }
}

/** The account's token mode does not allow what was asked. */
export class WrongTokenMode extends Error {
  override readonly name = 'WrongTokenMode';
  readonly accountId: string;
  readonly tokenMode: TokenMode;
  constructor(accountId: string, tokenMode: TokenMode) {
    super(`not possible for a ${tokenMode} token`);
    this.accountId = accountId;
    this.tokenMode = tokenMode;
  }
}

/** The organisation's token service gave no token. Its address is not kept: it may hold a key. */
export class TokenServiceFailed extends Error {
  override readonly name = 'TokenServiceFailed';
  /** `refused`: 401 or 403 · `no_token`: nothing at the pointer · `expired`: a token that is dead already. */
  readonly kind: 'not_set' | 'unreachable' | 'refused' | 'http_status' | 'bad_reply' | 'no_token' | 'expired';
  readonly status: number | null;
  constructor(kind: TokenServiceFailed['kind'], status: number | null = null) {
    super(`the token service gave no token (${kind}${status === null ? '' : `, HTTP ${status}`})`);
    this.kind = kind;
    this.status = status;
  }
}

/** WeChat answered, and the answer is an errcode. */
export class WeChatRefused extends Error {
  override readonly name = 'WeChatRefused';
  readonly errcode: number;
  readonly rid: string | null;
  readonly endpoint: string;
  /** The caller's public IP, when the answer named it (40164). */
  readonly ip: string | null;
  constructor(facts: { errcode: number; rid: string | null; endpoint: string; ip: string | null }) {
    super(`${facts.endpoint} answered ${facts.errcode}${facts.rid ? ` (rid ${facts.rid})` : ''}`);
    this.errcode = facts.errcode;
    this.rid = facts.rid;
    this.endpoint = facts.endpoint;
    this.ip = facts.ip;
  }
}

/** WeChat did not answer, or what answered was not WeChat. */
export class WeChatUnreachable extends Error {
  override readonly name = 'WeChatUnreachable';
  readonly endpoint: string;
  /** `timeout`: no answer in time · `http_status`: 5xx or a proxy's page · `bad_reply`: not JSON. */
  readonly kind: 'network' | 'timeout' | 'bad_reply' | 'http_status';
  /** The system's or TLS's own name of the cause, such as ECONNREFUSED or CERT_HAS_EXPIRED; may be empty. */
  readonly detail: string;
  constructor(endpoint: string, kind: WeChatUnreachable['kind'], detail: string) {
    super(`${endpoint}: ${kind}${detail ? ` (${detail})` : ''}`);
    this.endpoint = endpoint;
    this.kind = kind;
    this.detail = detail;
  }
}

/** The data folder refused a write; what was to be written is not stored. */
export class StorageFailed extends Error {
  override readonly name = 'StorageFailed';
  readonly kind: 'full' | 'read_only' | 'other';
  constructor(kind: StorageFailed['kind'], cause: unknown) {
    super(`the data folder cannot be written (${kind})`, { cause });
    this.kind = kind;
  }
}

/** Another FollowDesk works on this data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly folder: string;
  constructor(folder: string) {
    super('another FollowDesk is using this data folder');
    this.folder = folder;
  }
}

/** The database is not what was written; nothing was changed in it. */
export class DatabaseDamaged extends Error {
  override readonly name = 'DatabaseDamaged';
  readonly path: string;
  constructor(path: string, cause?: unknown) {
    super('the database is damaged', { cause });
    this.path = path;
  }
}

export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  readonly port: number;
  readonly offeredPort: number | null;
  constructor(port: number, offeredPort: number | null) {
    super(`port ${port} is in use`);
    this.port = port;
    this.offeredPort = offeredPort;
  }
}

/** The callback listener cannot use this address, for another reason than a taken port. */
export class ListenFailed extends Error {
  override readonly name = 'ListenFailed';
  readonly code: 'PORT_FORBIDDEN' | 'ADDRESS_UNKNOWN' | 'LISTEN_FAILED';
  readonly port: number;
  constructor(code: ListenFailed['code'], port: number) {
    super(`cannot listen on port ${port} (${code})`);
    this.code = code;
    this.port = port;
  }
}

/** The scan has no openid, so WeChat cannot be asked about it again. */
export class NotRecheckable extends Error {
  override readonly name = 'NotRecheckable';
  readonly scanId: string;
  constructor(scanId: string) {
    super(`scan ${scanId} has no openid`);
    this.scanId = scanId;
  }
}

/** A cursor that no page of this directory ever gave out. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor() {
    super('the cursor is not one of this directory');
  }
}

/** Asked again too early; nothing was done. */
export class TooSoon extends Error {
  override readonly name = 'TooSoon';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`try again in ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The console is locked: what was asked for is behind the PIN, or is not the desk's while in kiosk mode. */
export class Locked extends Error {
  override readonly name = 'Locked';
  readonly isKiosk: boolean;
  constructor(isKiosk: boolean) {
    super(isKiosk ? 'in kiosk mode' : 'locked');
    this.isKiosk = isKiosk;
  }
}

/** What was typed is not the PIN, or no AppSecret of an account here. */
export class WrongPin extends Error {
  override readonly name = 'WrongPin';
  readonly typed: 'pin' | 'app_secret';
  readonly triesLeft: number;
  /** 0 while there are tries left. */
  readonly retryAfterSeconds: number;
  constructor(typed: WrongPin['typed'], left: { triesLeft: number; retryAfterSeconds: number }) {
    super(`a wrong ${typed}, ${left.triesLeft} tries left`);
    this.typed = typed;
    this.triesLeft = left.triesLeft;
    this.retryAfterSeconds = left.retryAfterSeconds;
  }
}

/** Kiosk mode without a PIN could never be left. */
export class PinMissing extends Error {
  override readonly name = 'PinMissing';
  constructor() {
    super('no PIN is set');
  }
}

/** Why a question to WeChat has no verdict: the reason, and WeChat's own code when it gave one. */
export interface Failure {
  reason: Reason;
  errcode: number | null;
  /** This machine's public IP, when WeChat refused because of it and named it. */
  ip?: string;
}
