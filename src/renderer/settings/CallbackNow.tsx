/** The callback address in use this moment, whatever is being typed below it. */
import { CopyButton } from '../components/CopyButton.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';

export function CallbackNow() {
  const t = useText();
  const callback = useConsole().status.data?.callback;
  if (!callback) return null;
  return (
    <dl className="settings-facts">
      <div>
        <dt>{t('settings:callback.now')}</dt>
        {callback.state === 'listening' ? (
          <dd>
            <code>{callback.url}</code>
            <CopyButton
              size="small"
              type="text"
              iconOnly
              text={callback.url}
              label={t('settings:callback.copy')}
            />
          </dd>
        ) : (
          <dd className="settings-trouble">{t('settings:callback.down')}</dd>
        )}
      </div>
    </dl>
  );
}
