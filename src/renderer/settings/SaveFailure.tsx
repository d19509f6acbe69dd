/**
 * A failed save of something with a secret in it. Where only the decision about secrets was missing, it is
 * asked for right here, and the save goes on with what was typed.
 */
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useText } from '../text/text.ts';
import { VaultDecision } from './VaultDecision.tsx';
import { vaultQuestion } from './vault-decision.ts';
import './vault-decision.css';

interface SaveFailureProps {
  error: unknown;
  /** Saves again, now that it is decided. */
  onDecided: () => void;
  /** True while it saves again. */
  saving?: boolean;
}

export function SaveFailure({ error, onDecided, saving = false }: SaveFailureProps) {
  const t = useText();
  const state = vaultQuestion(error);
  if (state === null) return <FailureCallout error={error} />;
  return (
    <Callout tone="warning" title={t(`settings:secrets.question.${state}`)}>
      <p>{t(`settings:secrets.question.why.${state}`)}</p>
      <VaultDecision
        state={state}
        decided={null}
        label={t('settings:secrets.decideAndSave')}
        busy={saving}
        onDecided={onDecided}
      />
    </Callout>
  );
}
