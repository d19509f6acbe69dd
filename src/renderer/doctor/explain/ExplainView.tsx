/**
 * An error explained: pasted or typed, or picked from the list. What is pasted may hold secrets, so it stays in
 * this component's memory: it is never stored, never sent, and forgotten when the place is left.
 */
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useCurrentAccount } from '../../host/current-account.tsx';
import { useText } from '../../text/text.ts';
import { readPastedError } from '../pasted-error.ts';
import { AllCodes } from './AllCodes.tsx';
import { CodeExplained } from './CodeExplained.tsx';
import { RidLookup } from './RidLookup.tsx';
import './explain.css';

/** `code`: what the address asks about, `#/doctor/explain/40164`; anything but a number is ignored. */
export function ExplainView({ code }: { code: string | undefined }) {
  const t = useText();
  const { account } = useCurrentAccount();
  const [pasted, setPasted] = useState(() => (code !== undefined && /^-?\d{1,7}$/.test(code) ? code : ''));
  const { errcode, others, rid, ip, sns } = readPastedError(useDeferredValue(pasted));
  const nothing = pasted.trim() !== '' && errcode === null && rid === null;
  return (
    <>
      <section className="explain" aria-labelledby="explain-title">
        <h2 id="explain-title">{t('doctor:explain.title')}</h2>
        <label htmlFor="explain-pasted">{t('doctor:explain.label')}</label>
        <div className="explain-box">
          {/* Spelling would be checked by a service of somebody else's in some browsers. */}
          <Input.TextArea
            id="explain-pasted"
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
            placeholder={t('doctor:explain.placeholder')}
            aria-describedby="explain-privacy"
            autoSize={{ minRows: 3, maxRows: 8 }}
            autoComplete="off"
            spellCheck={false}
          />
          {pasted !== '' && (
            <Button size="small" onClick={() => setPasted('')}>
              {t('doctor:explain.clear')}
            </Button>
          )}
        </div>
        <p id="explain-privacy" className="doctor-note">
          {t('doctor:explain.privacy')}
        </p>
        <div className="explain-results" aria-live="polite">
          {nothing && <p className="explain-nothing">{t('doctor:explain.nothing')}</p>}
          {errcode !== null && <CodeExplained code={errcode} ip={ip} account={account} />}
          {others.length > 0 && (
            <p className="explain-others">
              {t('doctor:explain.others')}
              {others.map((other) => (
                <Button
                  key={other}
                  size="small"
                  aria-label={t('doctor:codes.explain', { code: other })}
                  onClick={() => setPasted(String(other))}
                >
                  {other}
                </Button>
              ))}
            </p>
          )}
          {rid !== null && <RidLookup key={rid} rid={rid} account={account} sns={sns} known={errcode} />}
        </div>
      </section>
      <AllCodes
        onExplain={(chosen) => {
          setPasted(String(chosen));
          document.getElementById('explain-title')?.scrollIntoView({ block: 'nearest' });
        }}
      />
    </>
  );
}
