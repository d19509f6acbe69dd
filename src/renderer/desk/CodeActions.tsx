/** What an operator does with a code: copy it, save it, or be the phone that scans it. */
import { DownloadOutlined, MobileOutlined, WarningFilled } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { useText } from '../text/text.ts';
import { isLoopback } from './loopback.ts';
import { savePng, saveSvg } from './save-code.ts';

interface CodeActionsProps {
  account: Account;
  entry: Entry;
  /** What the code says; null while there is none. */
  text: string | null;
}

export function CodeActions({ account, entry, text }: CodeActionsProps) {
  const t = useText();
  const { notification } = App.useApp();
  const failed = () => notification.error({ title: t('desk:code.saveFailed') });
  return (
    <>
      {text !== null && !account.sandbox && isLoopback(text) && (
        <p className="code-warning">
          <WarningFilled />
          <span>
            {t('desk:code.loopback')} <a href="#/settings">{t('desk:code.setPublicUrl')}</a>
          </span>
        </p>
      )}
      <div className="code-actions">
        {account.sandbox && (
          <Button
            className="code-phone"
            type="primary"
            size="large"
            icon={<MobileOutlined />}
            href={text ?? undefined}
            target="_blank"
            rel="noopener"
            disabled={text === null}
            title={t('desk:code.bePhoneHint')}
          >
            {t('desk:code.bePhone')}
          </Button>
        )}
        <CopyButton text={text ?? ''} disabled={text === null} label={t('desk:code.copy')} />
        <Button
          icon={<DownloadOutlined />}
          aria-label={t('desk:code.saveSvg')}
          title={t('desk:code.saveSvg')}
          disabled={text === null}
          onClick={() => text && saveSvg(text, entry.name)}
        >
          SVG
        </Button>
        <Button
          icon={<DownloadOutlined />}
          aria-label={t('desk:code.savePng')}
          title={t('desk:code.savePng')}
          disabled={text === null}
          onClick={() => text && void savePng(text, entry.name).catch(failed)}
        >
          PNG
        </Button>
      </div>
    </>
  );
}
