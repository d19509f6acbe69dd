/**
 * WeChat's proofs of domain: each `MP_verify_….txt` in the data folder's `verify` folder is served at the root
 * of the callback address. The rule: a name is one of WeChat's or it is no path; so nothing outside the folder
 * is ever read, written or removed.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — 网页授权域名
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  VERIFICATION_FILE_NAME,
  type VerificationFile,
  type VerificationFileInput,
  verificationText,
} from '#shared/model/verification-file.ts';
import { NotFound } from '../errors.ts';
import { storageFailure } from '../storage/storage-failure.ts';

export interface VerificationFiles {
  /** By name, put there by hand or by `add`. @throws StorageFailed */
  list(): VerificationFile[];
  /**
   * Writes one, in the place of an earlier one of that name; says what it is called unless told otherwise.
   * WeChat reads them when a domain is saved, so beyond twenty the oldest goes. @throws StorageFailed
   */
  add(input: VerificationFileInput): VerificationFile;
  /** @throws NotFound, StorageFailed */
  remove(name: string): void;
  /** Its text; null when there is none, or the name is none of WeChat's. Never throws. */
  read(name: string): string | null;
}

/** The real files hold 16 characters. */
const LONGEST = 1024;
/** A web authorization domain has two places per account. */
const MOST = 20;

export function createVerificationFiles(dataFolder: string): VerificationFiles {
  const folder = join(dataFolder, 'verify');

  function names(): string[] {
    try {
      return readdirSync(folder)
        .filter((name) => VERIFICATION_FILE_NAME.test(name))
        .sort();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw storageFailure(error);
    }
  }

  function read(name: string): string | null {
    if (!VERIFICATION_FILE_NAME.test(name)) return null;
    try {
      return readFileSync(join(folder, name), 'utf8').slice(0, LONGEST);
    } catch {
      return null;
    }
  }

  function makeRoom(kept: string): void {
    const others = names().filter((name) => name !== kept);
    const oldestFirst = others
      .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
      .sort((one, other) => one.at - other.at);
    for (const { name } of oldestFirst.slice(0, Math.max(0, others.length - (MOST - 1))))
      rmSync(join(folder, name), { force: true });
  }

  return {
    list: () =>
      names().flatMap((name) => {
        const text = read(name);
        return text === null ? [] : [{ name, text }];
      }),
    add({ name, text = verificationText(name) ?? '' }) {
      if (!VERIFICATION_FILE_NAME.test(name)) throw new NotFound('verification_file', name);
      const draft = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(draft, text, { mode: 0o600, flush: true });
        renameSync(draft, join(folder, name));
        makeRoom(name);
      } catch (error) {
        discard(draft);
        throw storageFailure(error);
      }
      return { name, text };
    },
    remove(name) {
      if (read(name) === null) throw new NotFound('verification_file', name);
      try {
        rmSync(join(folder, name));
      } catch (error) {
        throw storageFailure(error);
      }
    },
    read,
  };
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What could not be written can often not be removed either; why it could not is what is told.
  }
}
