/** All that is known of one person: what WeChat says now, what was seen here, a note, and how to forget them. */
import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Erasure } from '#shared/model/person.ts';
import type { Follower, LookupResult, User } from '#shared/model/user.ts';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { Callout } from '../Callout.tsx';
import { FailureCallout } from '../FailureCallout.tsx';
import { MaskedOpenid } from '../MaskedOpenid.tsx';
import { VerdictTag } from '../VerdictTag.tsx';
import { describeAnswer } from './describe-answer.ts';
import { ErasePerson } from './ErasePerson.tsx';
import { HereFacts } from './HereFacts.tsx';
import { PersonNote } from './PersonNote.tsx';
import { RawReply } from './RawReply.tsx';
import { type PersonEditors, WechatFacts } from './WechatFacts.tsx';
import './person.css';

interface PersonCardProps {
  accountId: string;
  openid: string;
  /** What WeChat answered about them; without it the directory's word is shown. */
  answer?: LookupResult;
  /** The directory's last word about somebody it no longer has. */
  lastKnown?: Follower;
  /** Where remark and tags can be changed, what stands in their place. */
  editors?: PersonEditors;
  /** What else can be done about them. */
  actions?: ReactNode;
  /** Its reply as it came. */
  raw?: Record<string, unknown> | null;
  onErased: (erasure: Erasure) => void;
}

export function PersonCard(props: PersonCardProps) {
  const { accountId, openid, answer, raw = null, onErased } = props;
  const t = useText();
  const { query } = useConsole();
  const person = useQuery(query.people.get.queryOptions({ input: { accountId, openid } }));
  const [erasing, setErasing] = useState(false);
  const known: User | Follower | null = answer?.user ?? person.data?.follower ?? props.lastKnown ?? null;
  return (
    <article className="person" aria-label={t('lookup:person.title')}>
      <header className="person-head">
        {answer && <VerdictTag verdict={answer.verdict} />}
        <MaskedOpenid openid={openid} />
      </header>
      {answer?.reason && <Why answer={answer} reason={answer.reason} />}
      {answer?.verdict === 'not_followed' && <p className="person-note">{t('lookup:person.onlyOpenid')}</p>}
      <div className="person-parts">
        {known && <WechatFacts accountId={accountId} known={known} editors={props.editors} />}
        <div className="person-part">
          {person.error && !person.data && <FailureCallout error={person.error} />}
          {person.data && (
            <>
              <HereFacts person={person.data} />
              <PersonNote key={person.data.notedAt} person={person.data} />
            </>
          )}
          {raw && <RawReply raw={raw} />}
        </div>
      </div>
      <footer className="person-foot">
        {props.actions}
        <Button danger icon={<DeleteOutlined />} onClick={() => setErasing(true)}>
          {t('lookup:erase.open')}
        </Button>
      </footer>
      {erasing && (
        <ErasePerson
          accountId={accountId}
          openid={openid}
          onClose={() => setErasing(false)}
          onErased={onErased}
        />
      )}
    </article>
  );
}

function Why({ answer, reason }: { answer: LookupResult; reason: NonNullable<LookupResult['reason']> }) {
  const t = useText();
  const { title, remedy, actor, errcode } = describeAnswer(t, { reason, errcode: answer.errcode });
  return (
    <Callout tone="info" title={title}>
      <p>{remedy}</p>
      <p className="person-note">
        {actor}
        {errcode !== null && ` · ${t('errors:facts.errcode')} ${errcode.code}`}
      </p>
    </Callout>
  );
}
