/** Where a look-up stands, in a word; a finished one needs none. */
import { Tag } from 'antd';
import type { Lookup, LookupState } from '#shared/model/lookup.ts';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';

const COLOURS = {
  running: 'success',
  waiting: 'warning',
  paused: 'default',
  canceled: 'default',
  failed: 'error',
} as const satisfies Partial<Record<LookupState, string>>;

export function StateWord({ lookup, counts = false }: { lookup: Lookup; counts?: boolean }) {
  const t = useText();
  const { state, answered, asked } = lookup;
  if (state === 'done') return null;
  const share = counts && answered < asked ? ` ${grouped(answered)} / ${grouped(asked)}` : '';
  return (
    <Tag variant="outlined" color={COLOURS[state]} className="state-word">
      {t(`lookup:states.${state}`)}
      {share}
    </Tag>
  );
}
