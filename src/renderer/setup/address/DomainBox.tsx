/** Exactly what goes into WeChat's box for the web-authorization domain, and the rules it is judged by. */

import type { AccountKind } from '#shared/model/account.ts';
import { useText } from '../../text/text.ts';
import { BigCopy } from '../BigCopy.tsx';
import { ConsolePath } from '../ConsolePath.tsx';
import { WORDS } from '../wechat-console.ts';
import { domainBoxOf } from './domain-box.ts';

const RULES = {
  service: ['same', 'two', 'monthly', 'filing', 'order'],
  test: ['same', 'testForms', 'testScheme'],
} as const;

export function DomainBox({ typed, kind }: { typed: string; kind: AccountKind | null }) {
  const t = useText();
  const value = domainBoxOf(typed, kind);
  const test = kind === 'test';
  const box = test ? WORDS.testDomainBox : WORDS.domainBox;
  return (
    <section className="domain-box" aria-label={box}>
      <h3>{t('setup:address.box', { box })}</h3>
      {value === null ? (
        <p className="domain-box-empty">{t('setup:address.boxEmpty')}</p>
      ) : (
        <BigCopy name={box} value={value} copy={t('setup:address.copy')} />
      )}
      <ConsolePath name={test ? 'testDomain' : 'domain'} />
      <ul className="setup-rules">
        {RULES[test ? 'test' : 'service'].map((rule) => (
          <li key={rule}>{t(`setup:address.rules.${rule}`)}</li>
        ))}
      </ul>
    </section>
  );
}
