/**
 * The decision about secrets on a machine whose keychain is weak or missing, each choice with its price.
 * Nothing is chosen beforehand: nobody shall decide by pressing Enter.
 */
import { Button, Radio } from 'antd';
import { useId, useState } from 'react';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useText } from '../text/text.ts';
import { useChangeSettings } from './use-change-settings.ts';
import { type VaultChoice, type VaultTrouble, vaultChoices } from './vault-decision.ts';
import '../components/steady-form.css';

interface VaultDecisionProps {
  state: VaultTrouble;
  /** What is in force, or null while nobody has decided. */
  decided: VaultChoice | null;
  /** What the button says. */
  label: string;
  /** True while what follows the decision runs. */
  busy?: boolean;
  onDecided: () => void;
}

export function VaultDecision({ state, decided, label, busy = false, onDecided }: VaultDecisionProps) {
  const t = useText();
  const change = useChangeSettings();
  const [chosen, setChosen] = useState<VaultChoice | null>(null);
  const choice = chosen ?? decided;
  const name = useId();
  return (
    <div className="vault-decision">
      <Radio.Group
        name={name}
        className="choices"
        aria-label={t('settings:secrets.decision')}
        value={choice}
        onChange={(event) => setChosen(event.target.value)}
      >
        {vaultChoices(state).map((offered) => (
          <Radio key={offered} value={offered}>
            {t(`settings:secrets.choices.${offered}`)}
            <span className="choice-why">{t(`settings:secrets.choices.${offered}Why`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      {change.error && <FailureCallout error={change.error} />}
      <Button
        type="primary"
        disabled={choice === null || (choice === decided && !busy)}
        loading={change.isPending || busy}
        onClick={() => {
          if (choice !== null) change.mutate({ withoutKeychain: choice }, { onSuccess: onDecided });
        }}
      >
        {label}
      </Button>
    </div>
  );
}
