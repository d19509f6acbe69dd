/** A URL whose scheme may be left out: it is completed on leaving the field. */
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { completeUrl } from '../public-url/complete-url.ts';
import type { AccountDraft, TypedField } from './account-form.ts';
import { useFieldRules } from './field-rules.ts';

interface UrlFieldProps {
  field: Extract<TypedField, `${string}Url`>;
  label: string;
  placeholder: string;
  required?: boolean;
  extra: ReactNode;
}

export function UrlField({ field, label, placeholder, required = false, extra }: UrlFieldProps) {
  const form = Form.useFormInstance<AccountDraft>();
  const rules = useFieldRules();
  return (
    <Form.Item name={field} label={label} required={required} rules={rules(field, required)} extra={extra}>
      <Input
        className="account-code"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        onBlur={(event) => form.setFieldValue(field, completeUrl(event.target.value))}
      />
    </Form.Item>
  );
}
