import { describe, expect, it } from 'vitest';
import { maskOpenid } from '#renderer/components/mask-openid.ts';

describe('maskOpenid', () => {
  it('keeps the ends apart and hides the middle', () => {
    expect(maskOpenid('o6_bmjrPTlm6_2sgVt7hMZOPfL2M')).toBe('o6_bm…fL2M');
  });

  it.each(['', 'o', 'o6_bmfL2M'])('shows nothing of %j, which has no middle', (openid) => {
    expect(maskOpenid(openid)).toBe('…');
  });

  it('hides at least one character of anything longer', () => {
    expect(maskOpenid('o6_bmXfL2M')).toBe('o6_bm…fL2M');
  });

  it('does not cut a character in two', () => {
    expect(maskOpenid('😀😀😀😀😀😀😀😀😀😀')).toBe('😀😀😀😀😀…😀😀😀😀');
  });
});
