/** A word beside what it is about: what happened, what to do, sometimes a button. A shape and a colour per tone. */
import {
  CheckCircleFilled,
  CloseOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
  LoadingOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { useText } from '../text/text.ts';
import './callout.css';

export type Tone = 'danger' | 'warning' | 'success' | 'info' | 'busy';

const ICONS: Record<Tone, ComponentType> = {
  danger: ExclamationCircleFilled,
  warning: WarningFilled,
  success: CheckCircleFilled,
  info: InfoCircleFilled,
  busy: LoadingOutlined,
};

interface CalloutProps {
  tone: Tone;
  title: string;
  children?: ReactNode;
  /** Makes it closable. */
  onDismiss?: () => void;
}

/** Troubles interrupt a screen reader, the rest waits for a pause. */
export function Callout({ tone, title, children, onDismiss }: CalloutProps) {
  const t = useText();
  const Icon = ICONS[tone];
  return (
    <div
      className="callout"
      data-tone={tone}
      role={tone === 'danger' || tone === 'warning' ? 'alert' : 'status'}
    >
      <span className="callout-icon" aria-hidden="true">
        <Icon />
      </span>
      <div className="callout-body">
        <strong>{title}</strong>
        {children}
      </div>
      {onDismiss && (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('accounts:trial.dismiss')}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}
