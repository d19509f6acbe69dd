/** The way through the guide: every step with how far it is, told by shape, colour and word. */
import {
  CheckCircleFilled,
  CloseSquareFilled,
  LoadingOutlined,
  MinusCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { STEPS, type StepName, type StepState } from './steps.ts';

const MARKS: Record<Exclude<StepState, 'todo'>, ReactNode> = {
  done: <CheckCircleFilled />,
  attention: <WarningFilled />,
  problem: <CloseSquareFilled />,
  skipped: <MinusCircleOutlined />,
  checking: <LoadingOutlined />,
};

interface RailProps {
  states: Record<StepName, StepState>;
  current: StepName | null;
  go: (step: StepName) => void;
  /** No account yet: what comes after it cannot be opened. */
  locked: boolean;
}

export function Rail({ states, current, go, locked }: RailProps) {
  const t = useText();
  return (
    <nav className="setup-rail" aria-label={t('setup:rail')}>
      <ol>
        {STEPS.map((step, index) => {
          const state = states[step];
          const word = t(`setup:states.${state}`);
          return (
            <li key={step}>
              <button
                type="button"
                data-state={state}
                data-step={step}
                aria-current={step === current ? 'step' : undefined}
                disabled={locked && index > STEPS.indexOf('credentials')}
                onClick={() => go(step)}
              >
                <span className="setup-mark" aria-hidden="true">
                  {state === 'todo' ? index + 1 : MARKS[state]}
                </span>
                <span className="setup-rail-name">{t(`setup:steps.${step}.name`)}</span>
                <span className="setup-rail-state">{word}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
