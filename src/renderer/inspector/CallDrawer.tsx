/** One call opened: what was asked, what came back, what it means, and WeChat's own memory of it. */
import { Drawer } from 'antd';
import type { Account } from '#shared/model/account.ts';
import type { Call } from '#shared/model/call.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { StepButtons } from '../components/StepButtons.tsx';
import { useText } from '../text/text.ts';
import { CallDetails } from './CallDetails.tsx';
import { scrubbed } from './scrub.ts';

interface CallDrawerProps {
  /** As they are listed, the newest first. */
  calls: readonly Call[];
  accounts: readonly Account[];
  /** The call itself: it stays open when newer ones push it off the list. */
  call: Call | null;
  onOpen: (call: Call | null) => void;
}

export function CallDrawer({ calls, accounts, call, onOpen }: CallDrawerProps) {
  const t = useText();
  const newer = call ? calls.findLast(({ id }) => id > call.id) : undefined;
  const older = call ? calls.find(({ id }) => id < call.id) : undefined;
  return (
    <Drawer
      open={call !== null}
      size={600}
      title={t('doctor:call.title')}
      onClose={() => onOpen(null)}
      destroyOnHidden
      extra={
        call && (
          <div className="call-drawer-actions">
            <StepButtons
              up={{ label: t('doctor:call.previous'), onClick: newer && (() => onOpen(newer)) }}
              down={{ label: t('doctor:call.next'), onClick: older && (() => onOpen(older)) }}
            />
            <CopyButton text={JSON.stringify(scrubbed(call), null, 2)} label={t('doctor:call.copyAll')} />
          </div>
        )
      }
    >
      {call && (
        <CallDetails key={call.id} call={call} account={accounts.find(({ id }) => id === call.accountId)} />
      )}
    </Drawer>
  );
}
