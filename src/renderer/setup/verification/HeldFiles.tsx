/** The proof files the listener serves now. */
import { FileTextOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { VerificationFile } from '#shared/model/verification-file.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import type { AccountGuide } from '../guide.ts';
import { STEP_CHECKS } from '../steps.ts';

export function HeldFiles({ files, guide }: { files: readonly VerificationFile[]; guide: AccountGuide }) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const remove = useMutation(
    query.host.removeVerificationFile.mutationOptions({
      async onSettled() {
        void guide.examination.examine(guide.account, STEP_CHECKS.verification);
        await queryClient.invalidateQueries({ queryKey: query.host.verificationFiles.key() });
      },
    }),
  );
  if (files.length === 0) return null;
  return (
    <section aria-label={t('setup:verification.held')}>
      <h3>{t('setup:verification.held')}</h3>
      <ul className="held-files">
        {files.map(({ name }) => (
          <li key={name}>
            <FileTextOutlined aria-hidden />
            <code>{name}</code>
            <CopyButton size="small" type="text" iconOnly text={name} label={`${t('copy')} ${name}`} />
            <Button
              size="small"
              danger
              type="text"
              aria-label={`${t('remove')} ${name}`}
              loading={remove.isPending && remove.variables.name === name}
              onClick={() => remove.mutate({ name })}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {remove.error && <FailureCallout error={remove.error} />}
    </section>
  );
}
