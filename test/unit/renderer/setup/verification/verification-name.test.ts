/** The proof file's name, however it arrives. */
import { describe, expect, it } from 'vitest';
import { verificationNameOf } from '#renderer/setup/verification/verification-name.ts';

const NAME = 'MP_verify_AbCdEfGh12345678.txt';

describe('verificationNameOf', () => {
  it.each([
    NAME,
    ` ${NAME}\n`,
    'MP_verify_AbCdEfGh12345678',
    'MP_verify_AbCdEfGh12345678 (1).txt',
    `https://door.example.com/${NAME}`,
    `C:\\Downloads\\${NAME}`,
  ])('is found in %j', (typed) => {
    expect(verificationNameOf(typed)).toBe(NAME);
  });

  it.each(['', 'MP_verify_.txt', 'MP_verify_AbCd-EfGh.txt', 'mp_verify_AbCdEfGh12345678.txt', 'notes.txt'])(
    'refuses %j',
    (typed) => {
      expect(verificationNameOf(typed)).toBeNull();
    },
  );
});
