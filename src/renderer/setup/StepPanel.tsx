/** Which step shows. */
import type { ComponentType, RefObject } from 'react';
import { AddressStep } from './address/AddressStep.tsx';
import { CredentialsStep } from './credentials/CredentialsStep.tsx';
import type { AccountGuide, Guide } from './guide.ts';
import { KindStep } from './kind/KindStep.tsx';
import { ReachabilityStep } from './reachability/ReachabilityStep.tsx';
import type { StepProps } from './StepFrame.tsx';
import { ScanStep } from './scan/ScanStep.tsx';
import type { StepName } from './steps.ts';
import { VerificationStep } from './verification/VerificationStep.tsx';
import { WhitelistStep } from './whitelist/WhitelistStep.tsx';

const STEPS_OF_AN_ACCOUNT: Record<Exclude<StepName, 'kind'>, ComponentType<StepProps<AccountGuide>>> = {
  credentials: CredentialsStep,
  whitelist: WhitelistStep,
  address: AddressStep,
  verification: VerificationStep,
  reachability: ReachabilityStep,
  scan: ScanStep,
};

interface StepPanelProps {
  step: StepName;
  guide: Guide;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function StepPanel({ step, guide, heading }: StepPanelProps) {
  const { account } = guide;
  if (step === 'kind') return <KindStep guide={guide} heading={heading} />;
  if (account === null) return <CredentialsStep guide={guide} heading={heading} />;
  const given = { guide: { ...guide, account }, heading };
  const Step = STEPS_OF_AN_ACCOUNT[step];
  return <Step {...given} />;
}
