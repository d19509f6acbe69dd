/** The phone may show a page of WeChat's with a code: FollowDesk never hears of it, so it is typed in here. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Callout } from '../../components/Callout.tsx';
import { useConsole } from '../../host/console.tsx';
import { isAnswer } from '../../host/failures.ts';
import { describeError } from '../../text/describe-error.ts';
import { useText } from '../../text/text.ts';

/** The three pages people meet, and what the guide can say of each beyond the catalogue. */
const USUAL = { 10003: 'domain', 10005: 'kind', 10006: 'follow' } as const;

export function PhoneError() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const code = /^-?\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;
  return (
    <section className="phone-error">
      <h3>
        <Button type="link" className="setup-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('setup:scan.phone.title')}
        </Button>
      </h3>
      {open && (
        <>
          <label htmlFor="setup-phone-code">{t('setup:scan.phone.label')}</label>
          <div className="phone-error-codes">
            <Input
              id="setup-phone-code"
              inputMode="numeric"
              autoComplete="off"
              placeholder="10003"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            {Object.keys(USUAL).map((usual) => (
              <Button key={usual} aria-pressed={typed === usual} onClick={() => setTyped(usual)}>
                {usual}
              </Button>
            ))}
          </div>
          {code !== null && (
            <Shown key={code}>
              <Explanation code={code} />
            </Shown>
          )}
        </>
      )}
    </section>
  );
}

/** Brings what it holds out from under the footer, also when that has grown. */
function Shown({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return;
    const sizes = new ResizeObserver(([entry]) => entry?.target.scrollIntoView({ block: 'nearest' }));
    sizes.observe(element.current);
    return () => sizes.disconnect();
  }, []);
  return (
    <div ref={element} className="phone-error-explained">
      {children}
    </div>
  );
}

function Explanation({ code }: { code: number }) {
  const t = useText();
  const { query } = useConsole();
  const { data, error } = useQuery(query.errors.explain.queryOptions({ input: { code } }));
  if (error) {
    if (isAnswer(error) && error.code === 'NOT_FOUND') {
      return <Callout tone="info" title={t('setup:scan.phone.unknown', { code })} />;
    }
    const { title, remedy } = describeError(t, error);
    return (
      <Callout tone="danger" title={title}>
        <p>{remedy}</p>
      </Callout>
    );
  }
  if (!data) return <Callout tone="busy" title={t('loading')} />;
  const language = t('errors:catalogue');
  const usual = isUsual(code) ? USUAL[code] : null;
  return (
    <Callout tone="warning" title={`${code} · ${data.meaning[language]}`}>
      <p>{data.remedy[language]}</p>
      {usual && <p>{t(`setup:scan.phone.more.${usual}`)}</p>}
      {data.actor !== 'none' && (
        <p className="setup-note">{t('findings:actor', { who: t(`findings:actors.${data.actor}`) })}</p>
      )}
    </Callout>
  );
}

function isUsual(code: number): code is keyof typeof USUAL {
  return code in USUAL;
}
