/** A failure where the thing itself should be: what happened, what to do, facts to copy, another try. */
import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { describeError, type ErrorDescription } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import { Facts } from './Facts.tsx';
import './states.css';

type ErrorStateProps = {
  onRetry?: () => void;
  /** True while the retry runs. */
  retrying?: boolean;
  /** Further ways out: a link to the screen where it can be mended. */
  actions?: ReactNode;
} & ({ error: unknown } | { description: ErrorDescription });

export function ErrorState({ onRetry, retrying = false, actions, ...what }: ErrorStateProps) {
  const t = useText();
  const { title, remedy, facts } = 'description' in what ? what.description : describeError(t, what.error);
  return (
    <div className="state" data-tone="danger" role="alert">
      <ExclamationCircleFilled className="state-icon" />
      <h2>{title}</h2>
      <p>{remedy}</p>
      <Facts facts={facts} />
      <div className="state-actions">
        {onRetry && (
          <Button type="primary" loading={retrying} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {actions}
      </div>
    </div>
  );
}
