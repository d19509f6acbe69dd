/** What WeChat says of a person, field by field, and why some fields stay empty today. */
import type { ReactNode } from 'react';
import type { Follower, User } from '#shared/model/user.ts';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { describeScene } from '../describe-scene.ts';
import { MaskedOpenid } from '../MaskedOpenid.tsx';
import { TagNames } from '../TagNames.tsx';
import { useTagNames } from '../use-tag-names.ts';
import { PersonFact } from './PersonFact.tsx';

export interface PersonEditors {
  remark: ReactNode;
  tags: ReactNode;
}

interface WechatFactsProps {
  accountId: string;
  known: User | Follower;
  editors?: PersonEditors;
}

export function WechatFacts({ accountId, known, editors }: WechatFactsProps) {
  const t = useText();
  const tagNames = useTagNames(accountId, known.tagIds.length > 0);
  const { subscribeTime, subscribeScene, unionid, language, remark, tagIds } = known;
  const user = 'nickname' in known ? known : null;
  // Of who does not follow WeChat tells nothing more: a list of blanks would say less.
  if (user?.subscribe === false) return null;
  return (
    <section aria-label={t('lookup:person.wechat')}>
      <h3>{t('lookup:person.wechat')}</h3>
      <dl className="person-facts">
        <PersonFact name={t('lookup:person.subscribeTime')} help={t('lookup:person.subscribeTimeHelp')}>
          {subscribeTime && dayTime(subscribeTime)}
        </PersonFact>
        <PersonFact name={t('lookup:person.scene')}>
          {subscribeScene && <span title={subscribeScene}>{describeScene(t, subscribeScene)}</span>}
        </PersonFact>
        {user && (
          <PersonFact name={t('lookup:person.qrScene')} help={t('lookup:person.qrSceneHelp')}>
            {codeOf(user)}
          </PersonFact>
        )}
        <PersonFact name={t('lookup:person.tags')}>
          {editors?.tags ?? (tagIds.length > 0 && <TagNames ids={tagIds} names={tagNames} />)}
        </PersonFact>
        <PersonFact name={t('lookup:person.remark')}>{editors?.remark ?? remark}</PersonFact>
        <PersonFact name="unionid" help={t('lookup:person.unionidHelp')}>
          {unionid && <MaskedOpenid openid={unionid} />}
        </PersonFact>
        <PersonFact name={t('lookup:person.language')} help={t('lookup:person.languageHelp')}>
          {language}
        </PersonFact>
        <PersonFact name={t('lookup:person.nickname')} help={t('lookup:person.nicknameHelp')}>
          {user?.nickname}
        </PersonFact>
      </dl>
    </section>
  );
}

/** The scene of the account's own QR code: a word, or a number where 0 means none. */
function codeOf({ qrScene, qrSceneStr }: User): string | null {
  if (qrSceneStr) return qrSceneStr;
  return qrScene ? String(qrScene) : null;
}
