/** Copies the openids of what is shown, all of them, however many: one per line. */
import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { Lookup } from '#shared/model/lookup.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { copyLater } from '../components/clipboard.ts';
import { useConsole } from '../host/console.tsx';
import { describeError } from '../text/describe-error.ts';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { gatherOpenids } from './gather-openids.ts';
import { countOf } from './VerdictCounts.tsx';

const SAID_FOR_MS = 2_400;

export function CopyOpenids({ lookup, verdict }: { lookup: Lookup; verdict: Verdict | null }) {
  const t = useText();
  const { client } = useConsole();
  const count = verdict === null ? lookup.answered : countOf(lookup, verdict);
  const copy = useMutation({
    mutationFn: () => copyLater(gatherOpenids((query) => client.lookups.results(query), lookup.id, verdict)),
  });
  const { isSuccess, reset } = copy;
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(reset, SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [isSuccess, reset]);
  const failure = copy.error && describeError(t, copy.error);
  return (
    <>
      <Button
        icon={isSuccess ? <CheckOutlined /> : <CopyOutlined />}
        loading={copy.isPending}
        disabled={count === 0}
        title={failure ? `${failure.title} ${failure.remedy}` : t('lookup:view.copyHint')}
        danger={failure !== null}
        onClick={() => copy.mutate()}
      >
        {isSuccess ? t('copied') : t('lookup:view.copy', { amount: grouped(count) })}
      </Button>
      <span className="visually-hidden" role="status">
        {isSuccess ? t('copied') : (failure?.title ?? '')}
      </span>
    </>
  );
}
