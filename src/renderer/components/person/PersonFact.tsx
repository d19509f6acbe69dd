/** A field of a person's card, with a word about it for who asks. */
import { QuestionCircleOutlined } from '@ant-design/icons';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../../text/text.ts';

interface PersonFactProps {
  name: string;
  help?: string;
  /** Null, false or empty: there is none. */
  children: ReactNode;
}

export function PersonFact({ name, help, children }: PersonFactProps) {
  const t = useText();
  const [helping, setHelping] = useState(false);
  const helpId = useId();
  const isMissing = children === null || children === undefined || children === false || children === '';
  return (
    <div className="person-fact">
      <dt>
        {name}
        {help !== undefined && (
          <button
            type="button"
            className="person-help"
            aria-expanded={helping}
            aria-controls={helpId}
            aria-label={t('lookup:person.helpOn', { field: name })}
            title={t('lookup:person.helpOn', { field: name })}
            onClick={() => setHelping(!helping)}
          >
            <QuestionCircleOutlined aria-hidden />
          </button>
        )}
      </dt>
      <dd>
        {isMissing ? <span className="person-none">{t('lookup:person.none')}</span> : children}
        {help !== undefined && (
          <p id={helpId} className="person-note" hidden={!helping}>
            {help}
          </p>
        )}
      </dd>
    </div>
  );
}
