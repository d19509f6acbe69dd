/** What to do about a forgotten PIN: an AppSecret kept here takes its place; where there is none, the honest other ways. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { CopyButton } from '../components/CopyButton.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { useKiosk, useLock } from './use-lock.ts';

export function ForgottenPin({ onBack }: { onBack: () => void }) {
  const t = useText();
  const takesAppSecret = useLock().state?.takesAppSecret === true;
  return (
    <div className="pin-forgotten">
      <h2>{t('lock:forgotten.title')}</h2>
      {takesAppSecret ? <BySecret /> : <p>{t('lock:forgotten.none')}</p>}
      <details open={!takesAppSecret}>
        <summary>{t('lock:forgotten.others')}</summary>
        <OtherWays />
      </details>
      <Button onClick={onBack}>{t('lock:forgotten.back')}</Button>
    </div>
  );
}

function BySecret() {
  const t = useText();
  const { client } = useConsole();
  const { changed } = useLock();
  const { message } = App.useApp();
  const forget = useMutation({
    mutationFn: ({ appSecret }: { appSecret: string }) => client.lock.forgotten({ appSecret }),
    gcTime: 0,
    onSuccess(next) {
      void message.success(t('lock:forgotten.removed'));
      changed(next);
    },
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(typed) => forget.mutate(typed)}>
      <p>{t('lock:forgotten.secret')}</p>
      <Form.Item
        name="appSecret"
        label={t('lock:forgotten.secretLabel')}
        rules={[{ required: true, whitespace: true, message: t('lock:forgotten.secretRequired') }]}
      >
        <Input.Password
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={128}
          data-1p-ignore
          data-lpignore="true"
        />
      </Form.Item>
      {forget.error && <FailureCallout error={forget.error} />}
      <Button danger htmlType="submit" loading={forget.isPending}>
        {t('lock:forgotten.remove')}
      </Button>
    </Form>
  );
}

/** For whoever has more than the screen: the terminal's token, or the data folder. */
function OtherWays() {
  const t = useText();
  const { status } = useConsole();
  const { capabilities, dataFolder = '' } = status.data ?? {};
  const isKiosk = useKiosk();
  // There the window does not close.
  const way = isKiosk && capabilities?.kioskWindow ? 'fileAfterRestart' : 'file';
  const command = `curl -X DELETE -H "Authorization: Bearer $TOKEN" ${location.origin}/api/lock/pin`;
  return (
    <ul>
      {capabilities?.tokenService && (
        <li>
          {t('lock:forgotten.command')}
          <code>{command}</code>
          <CopyButton size="small" text={command} label={t('lock:forgotten.copyCommand')} />
        </li>
      )}
      <li>{t(`lock:forgotten.${way}`, { folder: dataFolder })}</li>
    </ul>
  );
}
