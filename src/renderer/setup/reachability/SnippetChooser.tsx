/** Ways from the internet to the listener, each as text to copy, made for this operator's host and port. */
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { CopyButton } from '../../components/CopyButton.tsx';
import { isLoopback } from '../../desk/loopback.ts';
import { hashOf } from '../../routing.ts';
import { useText } from '../../text/text.ts';
import { snippetOf, takesPath, WAYS, type Way } from './snippets.ts';

interface SnippetChooserProps {
  publicUrl: string;
  callbackUrl: string;
  /** Folded away once nothing needs to be changed. */
  open: boolean;
}

const NAMES: Record<Way, string> = {
  nginx: 'nginx',
  caddy: 'Caddy',
  frp: 'frp',
  cpolar: 'cpolar',
  cloudflared: 'cloudflared',
};

export function SnippetChooser({ publicUrl, callbackUrl, open }: SnippetChooserProps) {
  const t = useText();
  const [unfolded, setUnfolded] = useState<boolean | null>(null);
  const shown = unfolded ?? open;
  return (
    <section className="snippets">
      <h3>
        <Button type="link" className="setup-fold" aria-expanded={shown} onClick={() => setUnfolded(!shown)}>
          {t('setup:reachability.how')}
        </Button>
      </h3>
      {shown && <Snippets publicUrl={publicUrl} callbackUrl={callbackUrl} />}
    </section>
  );
}

function Snippets({ publicUrl, callbackUrl }: Omit<SnippetChooserProps, 'open'>) {
  const t = useText();
  const [way, setWay] = useState<Way>('nginx');
  const files = snippetOf(way, publicUrl, callbackUrl);
  const hasPath = URL.canParse(publicUrl) && new URL(publicUrl).pathname !== '/';
  return (
    <>
      <Segmented<Way>
        aria-label={t('setup:reachability.how')}
        value={way}
        options={WAYS.map((value) => ({ value, label: NAMES[value] }))}
        onChange={setWay}
      />
      <p>{t(`setup:reachability.ways.${way}`)}</p>
      {hasPath && !takesPath(way) && <p className="setup-warning">{t('setup:reachability.noPath')}</p>}
      {files === null && <p className="setup-warning">{t('setup:reachability.noSnippet')}</p>}
      {files?.map(({ name, text }) => (
        <figure key={name} className="snippet">
          <figcaption>
            <span>{name === 'shell' ? t('setup:reachability.commands') : name}</span>
            <CopyButton size="small" text={text} label={t('copy')} />
          </figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also by keyboard */}
          <pre tabIndex={0}>{text}</pre>
        </figure>
      ))}
      <ul className="setup-rules">
        <li>{t('setup:reachability.tls')}</li>
        {isLoopback(callbackUrl) && (
          <li>
            {t('setup:reachability.sameMachine')}{' '}
            <a href={hashOf('settings')}>{t('setup:reachability.openSettings')}</a>
          </li>
        )}
      </ul>
    </>
  );
}
