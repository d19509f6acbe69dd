/** What WeChat's box takes: never a scheme; a port and an IP only for test accounts. */
import { describe, expect, it } from 'vitest';
import { domainBoxOf } from '#renderer/setup/address/domain-box.ts';

describe('domainBoxOf', () => {
  it.each([
    ['https://door.example.com', 'door.example.com'],
    ['https://door.example.com/', 'door.example.com'],
    ['https://Door.Example.com', 'door.example.com'],
    ['https://door.example.com:8443', 'door.example.com'],
    ['https://door.example.com/wechat/', 'door.example.com/wechat'],
  ])('a real account with %s pastes %s', (url, box) => {
    expect(domainBoxOf(url, 'service')).toBe(box);
    expect(domainBoxOf(url, null)).toBe(box);
  });

  it.each([
    ['http://192.168.1.20:8080', '192.168.1.20:8080'],
    ['https://door.example.com/wechat', 'door.example.com'],
  ])('a test account with %s pastes %s', (url, box) => {
    expect(domainBoxOf(url, 'test')).toBe(box);
  });

  it.each(['', 'https://', 'door', 'ftp://door.example.com'])('has nothing for %j', (typed) => {
    expect(domainBoxOf(typed, 'service')).toBeNull();
  });
});
