/** A follower's card beside the list: what is known, what can be changed at WeChat, the way to the next. */
import { IdcardOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Erasure } from '#shared/model/person.ts';
import type { Follower } from '#shared/model/user.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { CardDrawer, type CardDrawerProps } from '../components/person/CardDrawer.tsx';
import { PersonCard } from '../components/person/PersonCard.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { RemarkEditor } from './RemarkEditor.tsx';
import { TagsEditor } from './TagsEditor.tsx';
import { useLookUp } from './use-look-up.ts';

interface PersonDrawerProps extends CardDrawerProps {
  accountId: string;
  row: Follower | null;
  /** They do not follow any more. */
  hasLeft: boolean;
  onChanged: () => void;
  onErased: (erasure: Erasure) => void;
}

export function PersonDrawer(props: PersonDrawerProps) {
  const { row, onPrevious, onNext, onClose, onClosed } = props;
  return (
    <CardDrawer {...{ onPrevious, onNext, onClose, onClosed }}>
      {row && <Person key={row.openid} {...props} row={row} />}
    </CardDrawer>
  );
}

function Person({ accountId, row, hasLeft, onChanged, onErased }: PersonDrawerProps & { row: Follower }) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const { openid } = row;
  const person = query.people.get.queryOptions({ input: { accountId, openid } });
  const known = useQuery(person).data?.follower ?? row;
  const lookUp = useLookUp(accountId);
  function changed(): void {
    void queryClient.invalidateQueries({ queryKey: person.queryKey });
    onChanged();
  }
  return (
    <div className="follower-card">
      {hasLeft && (
        <Callout tone="info" title={t('followers:person.left')}>
          <p>{t('followers:person.leftBody')}</p>
        </Callout>
      )}
      <PersonCard
        accountId={accountId}
        openid={openid}
        lastKnown={row}
        editors={
          hasLeft
            ? undefined
            : {
                remark: (
                  <RemarkEditor
                    accountId={accountId}
                    openid={openid}
                    remark={known.remark ?? ''}
                    onChanged={changed}
                  />
                ),
                tags: <TagsEditor accountId={accountId} follower={known} onChanged={changed} />,
              }
        }
        actions={
          <Button
            icon={<IdcardOutlined />}
            title={t('followers:person.lookUpHint')}
            loading={lookUp.isPending}
            onClick={() => lookUp.start([openid])}
          >
            {t('followers:person.lookUp')}
          </Button>
        }
        onErased={onErased}
      />
      {lookUp.error && <FailureCallout error={lookUp.error} />}
    </div>
  );
}
