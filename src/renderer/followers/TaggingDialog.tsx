/** One tag put on many people, or taken off them: chosen, watched, and told for whom it did not work. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Progress, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { useAccountTags } from './account-tags.ts';
import { TaggingOutcome } from './TaggingOutcome.tsx';
import { type TaggedMany, tagMany } from './tag-many.ts';

interface TaggingDialogProps {
  accountId: string;
  openids: string[];
  /** False takes it off. */
  add: boolean;
  onChanged: () => void;
  onClose: () => void;
}

export function TaggingDialog({ accountId, openids, add, onChanged, onClose }: TaggingDialogProps) {
  const t = useText();
  const id = useId();
  const tags = useAccountTags(accountId);
  const work = useTagging(accountId, openids, add, onChanged);
  const [tagId, setTagId] = useState<number | null>(null);
  const { done, report, isRunning } = work;
  const tag = tags.data?.items.find((known) => known.id === tagId);
  const action = t(add ? 'followers:tagging.add' : 'followers:tagging.remove');
  return (
    <Modal
      open
      title={t(add ? 'followers:tagging.addTitle' : 'followers:tagging.removeTitle', {
        amount: grouped(openids.length),
      })}
      onCancel={isRunning ? undefined : onClose}
      closable={!isRunning}
      mask={{ closable: false }}
      footer={
        report ? (
          <Button type="primary" onClick={onClose}>
            {t('followers:tagging.close')}
          </Button>
        ) : (
          <>
            <Button onClick={isRunning ? work.stop : onClose}>
              {isRunning ? t('followers:tagging.stop') : t('cancel')}
            </Button>
            <Button
              type="primary"
              disabled={tagId === null}
              loading={isRunning}
              onClick={() => tagId !== null && work.start(tagId)}
            >
              {action}
            </Button>
          </>
        )
      }
    >
      <div className="tagging">
        {report ? (
          <TaggingOutcome report={report} asked={openids.length} add={add} tag={tag?.name ?? `#${tagId}`} />
        ) : (
          <>
            <label htmlFor={id}>{t('followers:tagging.tag')}</label>
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('followers:tagging.choose')}
              notFoundContent={t('followers:tagging.noTags')}
              loading={tags.isPending}
              disabled={isRunning}
              value={tagId}
              onChange={setTagId}
              options={tags.data?.items.map(({ id: value, name }) => ({ value, label: name }))}
            />
            <p className="follower-note">
              {isRunning
                ? t('followers:tagging.done', { done: grouped(done), asked: grouped(openids.length) })
                : t('followers:tagging.note')}
            </p>
            <Progress
              className="tagging-progress"
              data-running={isRunning || undefined}
              percent={Math.floor((done / openids.length) * 100)}
              showInfo={false}
              aria-label={t('followers:tagging.progress')}
            />
            {tags.error && <FailureCallout error={tags.error} />}
          </>
        )}
      </div>
    </Modal>
  );
}

/** Runs to its end, or until it is stopped, and then has everything read again that it may have changed. */
function useTagging(accountId: string, openids: string[], add: boolean, onChanged: () => void) {
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  const [done, setDone] = useState(0);
  const [report, setReport] = useState<TaggedMany | null>(null);
  const [isRunning, setRunning] = useState(false);
  const stopping = useRef(new AbortController());

  async function start(tagId: number): Promise<void> {
    setRunning(true);
    const tag = client.followers.tag;
    const { signal } = stopping.current;
    setReport(await tagMany(tag, { accountId, tagId, openids, add }, setDone, signal));
    setRunning(false);
    onChanged();
    await queryClient.invalidateQueries({ queryKey: query.tags.list.key() });
    await queryClient.invalidateQueries({ queryKey: query.people.get.key() });
  }
  return { done, report, isRunning, start, stop: () => stopping.current.abort() };
}
