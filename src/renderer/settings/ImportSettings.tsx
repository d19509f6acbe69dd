/** An exported file, looked into before anything changes. What goes wrong leaves the file chosen. */
import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Upload } from 'antd';
import { useState } from 'react';
import { SettingsImport } from '#shared/model/safekeeping.ts';
import { Callout } from '../components/Callout.tsx';
import { SteadyForm } from '../components/SteadyForm.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { SaveFailure } from './SaveFailure.tsx';

interface ChosenFile {
  name: string;
  /** Null for what is too large or empty to be an export. */
  text: string | null;
}

async function read(file: File): Promise<ChosenFile> {
  const { text } = SettingsImport.shape;
  const content = file.size > (text.maxLength ?? 0) * 4 ? '' : await file.text();
  return { name: file.name, text: text.safeParse(content).success ? content : null };
}

export function ImportSettings() {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ password: string }>();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [done, setDone] = useState(false);
  const look = useMutation(query.safekeeping.importSettings.mutationOptions());
  const apply = useMutation(query.safekeeping.importSettings.mutationOptions());
  const readable = file?.text ?? null;

  function forget(): void {
    look.reset();
    apply.reset();
    setDone(false);
  }
  function input(): SettingsImport {
    return { text: readable ?? '', password: form.getFieldValue('password') ?? '', apply: false };
  }
  function run(): void {
    apply.mutate(
      { ...input(), apply: true },
      {
        async onSuccess() {
          form.resetFields();
          setFile(null);
          look.reset();
          setDone(true);
          await queryClient.invalidateQueries();
        },
      },
    );
  }

  return (
    <SteadyForm
      form={form}
      name="import"
      validateTrigger="onSubmit"
      onValuesChange={forget}
      onFinish={() => look.mutate(input())}
    >
      <Upload.Dragger
        maxCount={1}
        showUploadList={false}
        beforeUpload={(chosen) => {
          forget();
          void read(chosen).then(setFile);
          return false;
        }}
      >
        <span className="import-drop">
          <InboxOutlined aria-hidden />
          {file === null ? (
            t('settings:safekeeping.import.drop')
          ) : (
            <>
              <strong>{file.name}</strong> {t('settings:safekeeping.import.another')}
            </>
          )}
        </span>
      </Upload.Dragger>
      {file !== null && readable === null && (
        <Callout tone="danger" title={t('errors:IMPORT_REFUSED.not_an_export.title')}>
          <p>{t('errors:IMPORT_REFUSED.not_an_export.remedy')}</p>
        </Callout>
      )}
      {readable !== null && (
        <>
          <Form.Item
            name="password"
            label={t('settings:safekeeping.import.password')}
            rules={[{ required: true, message: t('settings:safekeeping.import.required') }]}
          >
            <Input.Password autoComplete="off" spellCheck={false} data-1p-ignore data-lpignore="true" />
          </Form.Item>
          {look.error && <SaveFailure error={look.error} onDecided={() => form.submit()} />}
          {look.data && (
            <ImportPreview report={look.data} busy={apply.isPending} onApply={run} onCancel={forget} />
          )}
          {apply.error && <SaveFailure error={apply.error} saving={apply.isPending} onDecided={run} />}
          {!look.data && (
            <Button htmlType="submit" loading={look.isPending}>
              {t('settings:safekeeping.import.preview')}
            </Button>
          )}
        </>
      )}
      {done && <Callout tone="success" title={t('settings:safekeeping.import.done')} />}
    </SteadyForm>
  );
}
