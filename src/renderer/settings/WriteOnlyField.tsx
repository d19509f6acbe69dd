/**
 * A secret that may be left out: it goes in and never comes out. A stored one shows as a word and a way to
 * replace it; replacing it by nothing takes it away. `kept` is the form's field that says it stays.
 */
import { Button, Checkbox, Form, type FormItemProps, Input } from 'antd';
import './write-only.css';

interface WriteOnlyFieldProps {
  name: string;
  kept: string;
  /** There is one on the host that can stay. */
  stored: boolean;
  label: string;
  help: string;
  words: { stored: string; replace: string; keep: string };
  rules: NonNullable<FormItemProps['rules']>;
}

export function WriteOnlyField({ name, kept, stored, label, help, words, rules }: WriteOnlyFieldProps) {
  const form = Form.useFormInstance();
  const chosen: boolean | undefined = Form.useWatch(kept);
  const stays = stored && (chosen ?? true);
  function keep(yes: boolean): void {
    form.setFieldsValue({ [kept]: yes, [name]: '' });
  }
  return (
    <>
      <Form.Item hidden name={kept} valuePropName="checked">
        <Checkbox />
      </Form.Item>
      {stays ? (
        <Form.Item label={label}>
          <div className="write-only">
            <span>{words.stored}</span>
            <Button aria-label={`${words.replace}: ${label}`} onClick={() => keep(false)}>
              {words.replace}
            </Button>
          </div>
        </Form.Item>
      ) : (
        <div className="write-only-open">
          <Form.Item name={name} label={label} rules={rules} extra={help}>
            <Input.Password
              autoComplete="new-password"
              spellCheck={false}
              data-1p-ignore
              data-lpignore="true"
            />
          </Form.Item>
          {stored && (
            <Button size="small" aria-label={`${words.keep}: ${label}`} onClick={() => keep(true)}>
              {words.keep}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
