/** The lint under the field: the kind of account decides what is wrong. */
import { describe, expect, it } from 'vitest';
import { typedRules } from '#renderer/setup/address/typed-rules.ts';

describe('typedRules', () => {
  it('lets a test account have an IP, a port and no TLS', () => {
    expect(typedRules('http://192.168.1.20:8080', 'service')).toEqual(['not_https', 'has_port', 'is_ip']);
    expect(typedRules('http://192.168.1.20:8080', 'test')).toEqual([]);
    expect(typedRules('http://127.0.0.1:8080', 'test')).toEqual(['loopback']);
  });

  it('completes a bare domain before it judges', () => {
    expect(typedRules('door.example.com', 'service')).toEqual([]);
    expect(typedRules('Door.example.com', null)).toEqual(['upper_case']);
  });

  it.each(['', 'h', 'https://'])('waits while %j is typed', (typed) => {
    expect(typedRules(typed, 'service')).toEqual([]);
  });
});
