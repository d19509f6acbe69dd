/** Step 1: what kind of account it is, because WeChat lets each do different things. */
import { CheckOutlined, CloseOutlined, ExclamationOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { AccountKind } from '#shared/model/account.ts';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { type Looks, StepFrame, type StepProps } from '../StepFrame.tsx';
import { NeitherKind } from './NeitherKind.tsx';

/** What each kind can do, in the order it is told. */
const WORKS = {
  service: ['door', 'everyone', 'domain'],
  test: ['door', 'hundred', 'followFirst', 'noFiling'],
  other: ['noDoor', 'noScene'],
} as const satisfies Record<AccountKind, readonly string[]>;

const SIGNS: Readonly<Record<string, ReactNode>> = {
  hundred: <ExclamationOutlined />,
  followFirst: <ExclamationOutlined />,
  domain: <ExclamationOutlined />,
  noDoor: <CloseOutlined />,
  noScene: <CloseOutlined />,
};

export function KindStep({ guide, heading }: StepProps) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const save = useMutation(
    query.accounts.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: query.accounts.list.key() }),
    }),
  );
  const { account, draft, go } = guide;
  const [chosen, setChosen] = useState(draft.kind ?? guide.kind);

  async function keep(kind: AccountKind): Promise<void> {
    setChosen(kind);
    draft.change({ kind });
    if (account && account.kind !== kind) {
      try {
        await save.mutateAsync({ id: account.id, kind });
      } catch {
        // Said below by `save.error`; the choice stays on screen.
      }
    }
  }

  const toTestAccount = (looks: Looks) => (
    <Button {...looks} onClick={() => void keep('test').then(() => go('credentials'))}>
      {t('setup:kind.useTest')}
    </Button>
  );

  return (
    <StepFrame
      step="kind"
      guide={guide}
      heading={heading}
      stay={chosen === null}
      action={chosen === 'other' ? toTestAccount : undefined}
    >
      <Radio.Group
        className="kinds"
        aria-label={t('setup:steps.kind.title')}
        value={chosen}
        onChange={({ target }) => void keep(AccountKind.parse(target.value))}
      >
        {AccountKind.options.map((kind) => (
          <Radio key={kind} value={kind} className="kind">
            <strong>{t(`setup:kind.${kind}.name`)}</strong>
            <span className="choice-why">{t(`setup:kind.${kind}.what`)}</span>
            <ul>
              {WORKS[kind].map((point) => (
                <li key={point} data-sign={point in SIGNS ? 'limit' : 'works'}>
                  <span aria-hidden="true">{SIGNS[point] ?? <CheckOutlined />}</span>
                  {t(`setup:kind.points.${point}`)}
                </li>
              ))}
            </ul>
          </Radio>
        ))}
      </Radio.Group>
      {save.error && <FailureCallout error={save.error} />}
      {chosen === 'test' && <p className="setup-note">{t('setup:kind.testHint')}</p>}
      {chosen === 'other' && <NeitherKind />}
    </StepFrame>
  );
}
