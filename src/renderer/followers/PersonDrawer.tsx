/** A follower's card beside the list: what is known, what can be changed at WeChat, the way to the next. */
import { DownOutlined, IdcardOutlined, UpOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import type { Erasure } from '#shared/model/person.ts';
import type { Follower } from '#shared/model/user.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { PersonCard } from '../components/person/PersonCard.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { RemarkEditor } from './RemarkEditor.tsx';
import { TagsEditor } from './TagsEditor.tsx';
import { useLookUp } from './use-look-up.ts';

interface PersonDrawerProps {
  accountId: string;
  row: Follower | null;
  /** They do not follow any more. */
  hasLeft: boolean;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  /** It has slid away. */
  onClosed: () => void;
  onChanged: () => void;
  onErased: (erasure: Erasure) => void;
}

export function PersonDrawer(props: PersonDrawerProps) {
  const t = useText();
  const { row, onPrevious, onNext, onClose, onClosed } = props;
  return (
    <Drawer
      open={row !== null}
      size={560}
      title={t('lookup:person.title')}
      onClose={onClose}
      afterOpenChange={(isOpen) => !isOpen && onClosed()}
      destroyOnHidden
      extra={
        <>
          <Button
            type="text"
            icon={<UpOutlined />}
            disabled={!onPrevious}
            aria-label={t('lookup:person.previous')}
            title={t('lookup:person.previous')}
            onClick={onPrevious}
          />
          <Button
            type="text"
            icon={<DownOutlined />}
            disabled={!onNext}
            aria-label={t('lookup:person.next')}
            title={t('lookup:person.next')}
            onClick={onNext}
          />
        </>
      }
    >
      {row && <Person key={row.openid} {...props} row={row} />}
    </Drawer>
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
