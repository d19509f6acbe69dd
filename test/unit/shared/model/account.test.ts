import { expect, test } from 'vitest';
import { BaseUrl } from '#shared/model/account.ts';

test.each([
  ['https://desk.example.com/', 'https://desk.example.com'],
  ['https://desk.example.com/#', 'https://desk.example.com'],
  ['https://desk.example.com/door/#/desk?entry=1', 'https://desk.example.com/door'],
  ['https://relay.example.com/?to=weixin', 'https://relay.example.com/?to=weixin'],
])('a path can be put behind %s', (typed, kept) => {
  expect(BaseUrl.parse(typed)).toBe(kept);
});
