import { expect, test } from 'vitest';
import { linkBase } from '#renderer/desk/use-short-links.ts';

test('what stands before the id, and nothing for a link that does not end with it', () => {
  expect(linkBase('https://desk.example.com/wx/go/abcdefghij', 'abcdefghij')).toBe(
    'https://desk.example.com/wx/go/',
  );
  expect(linkBase('https://desk.example.com/go/abcdefghij?x', 'abcdefghij')).toBeNull();
  expect(linkBase('https://desk.example.com/go/xabcdefghij', 'abcdefghij')).toBeNull();
});
