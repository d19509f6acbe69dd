/**
 * The errors a procedure may answer with: a SCREAMING code and facts, never wording (that lives in
 * `renderer/text`) and never a secret, a token or an OAuth code. Over REST they are
 * `{code, message, data}` with the status given here.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { TokenMode } from '../model/token.ts';

export const errors = {
  NOT_FOUND: {
    status: 404,
    message: 'There is no such thing',
    data: z.object({
      kind: z.enum([
        'account',
        'entry',
        'scan',
        'error_code',
        'backup',
        'verification_file',
        'lookup',
        'tag',
        'person',
      ]),
      id: z.string(),
    }),
  },
  /** The AppSecret is not stored, or was sealed by another user or machine: type it again. */
  SECRET_MISSING: {
    status: 409,
    message: 'The AppSecret must be entered again',
    data: z.object({ accountId: z.string(), state: z.enum(['missing', 'unreadable', 'corrupt']) }),
  },
  /** Nothing can seal a secret here, so none is stored. */
  VAULT_UNAVAILABLE: {
    status: 409,
    message: 'Secrets cannot be stored safely on this machine',
    data: z.object({ backend: z.string() }),
  },
  /** The keychain is weak or missing, and nobody has said what becomes of secrets then. */
  VAULT_UNDECIDED: {
    status: 409,
    message: 'Decide first how secrets are kept on this machine',
    data: z.object({ state: z.enum(['weak', 'unavailable']), backend: z.string() }),
  },
  /** A file that is no export of ours, or cannot be opened; nothing was changed. */
  IMPORT_REFUSED: {
    status: 422,
    message: 'The file cannot be imported',
    data: z.object({ cause: z.enum(['not_an_export', 'newer_version', 'damaged', 'wrong_password']) }),
  },
  /** The account's token mode does not allow this. */
  WRONG_TOKEN_MODE: {
    status: 409,
    message: 'Not possible in this token mode',
    data: z.object({ accountId: z.string(), tokenMode: TokenMode }),
  },
  /** The organisation's token service gave no token. `status` is its HTTP status, when it answered. */
  TOKEN_SERVICE_FAILED: {
    status: 502,
    message: 'The token service gave no token',
    data: z.object({
      cause: z.enum(['not_set', 'unreachable', 'refused', 'http_status', 'bad_reply', 'no_token', 'expired']),
      status: z.number().nullable(),
    }),
  },
  /** WeChat answered with an errcode. `ip` is the address to put on the whitelist, when WeChat named it. */
  WECHAT_REFUSED: {
    status: 502,
    message: 'WeChat refused the call',
    data: z.object({
      errcode: z.number(),
      rid: z.string().nullable(),
      endpoint: z.string(),
      ip: z.string().nullable(),
    }),
  },
  /** WeChat could not be reached, or its answer was not JSON. */
  WECHAT_UNREACHABLE: {
    status: 504,
    message: 'WeChat could not be reached',
    data: z.object({
      endpoint: z.string(),
      cause: z.enum(['network', 'timeout', 'bad_reply', 'http_status']),
    }),
  },
  /** The disk is full or read-only; nothing was changed. */
  STORAGE_FAILED: {
    status: 507,
    message: 'The data folder cannot be written',
    data: z.object({ cause: z.enum(['full', 'read_only', 'other']) }),
  },
  PORT_IN_USE: {
    status: 409,
    message: 'The port is in use',
    data: z.object({ port: z.number(), offeredPort: z.number().nullable() }),
  },
  LISTEN_FAILED: {
    status: 409,
    message: 'The callback address cannot be used',
    data: z.object({
      code: z.enum(['PORT_FORBIDDEN', 'ADDRESS_UNKNOWN', 'LISTEN_FAILED']),
      port: z.number(),
    }),
  },
  /** This scan has no openid, so there is nothing to look up again: the visitor must scan again. */
  NOT_RECHECKABLE: {
    status: 409,
    message: 'This scan cannot be checked again',
    data: z.object({ scanId: z.string() }),
  },
  /** The console is locked, or in kiosk mode: somebody has to type the PIN first. */
  LOCKED: { status: 423, message: 'Type the PIN first', data: z.object({ isKiosk: z.boolean() }) },
  /** Not the PIN, or no AppSecret of an account here. At 0 tries left the next has to wait (TOO_SOON). */
  WRONG_PIN: {
    status: 422,
    message: 'That is not it',
    data: z.object({
      typed: z.enum(['pin', 'app_secret']),
      triesLeft: z.number(),
      retryAfterSeconds: z.number(),
    }),
  },
  /** Kiosk mode is left with the PIN, so there must be one. */
  PIN_MISSING: { status: 409, message: 'Set a PIN first', data: z.object({}) },
  TOO_SOON: { status: 429, message: 'Too soon', data: z.object({ retryAfterSeconds: z.number() }) },
} as const;

/** Every procedure starts here, so that every host knows the same errors. */
export const procedure = oc.errors(errors);
