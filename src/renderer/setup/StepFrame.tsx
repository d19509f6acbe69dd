/** What every step looks like: what it is about, its body, and one main action at the end. */
import { Button } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { useText } from '../text/text.ts';
import type { Guide } from './guide.ts';
import { nextStep, previousStep, STEPS, type StepName } from './steps.ts';

/** Every step's own props. */
export interface StepProps<G extends Guide = Guide> {
  guide: G;
  /** Takes the keyboard when the operator moves here. */
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Passed on to the button of a step's own action. */
export interface Looks {
  type: 'primary' | 'default';
  size: 'large';
}

interface StepFrameProps extends StepProps {
  step: StepName;
  /** The step's own action; `primary` says whether it is the main one, else "next" is. */
  action?: (looks: Looks) => ReactNode;
  /** "Next" is the main action though the step is not behind the operator: it is mended there. */
  onward?: boolean;
  /** Nothing can come next before something is chosen here. */
  stay?: boolean;
  children: ReactNode;
}

export function StepFrame({
  step,
  guide,
  heading,
  action,
  onward = false,
  stay = false,
  children,
}: StepFrameProps) {
  const t = useText();
  const { states, account, go } = guide;
  const next = nextStep(step);
  const previous = previousStep(step);
  const behind = onward || states[step] === 'done' || states[step] === 'skipped';
  const canGoOn = next !== null && (account !== null || step === 'kind');
  const headingId = `setup-step-${step}`;
  return (
    <section className="panel setup-step" aria-labelledby={headingId}>
      <header>
        <p className="setup-count">
          {t('setup:count', { number: STEPS.indexOf(step) + 1, total: STEPS.length })}
        </p>
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {t(`setup:steps.${step}.title`)}
        </h2>
        <p className="setup-intro">{t(`setup:steps.${step}.intro`)}</p>
      </header>
      <div className="setup-body">{children}</div>
      <footer className="setup-footer">
        {!behind && action?.({ type: 'primary', size: 'large' })}
        {canGoOn && (
          <Button
            type={behind || !action ? 'primary' : 'default'}
            size="large"
            disabled={stay}
            onClick={() => go(next)}
          >
            {t('setup:next', { name: t(`setup:steps.${next}.name`) })}
          </Button>
        )}
        {behind && action?.({ type: 'default', size: 'large' })}
        {previous && (
          <Button type="text" size="large" className="setup-back" onClick={() => go(previous)}>
            {t('setup:back')}
          </Button>
        )}
      </footer>
    </section>
  );
}
