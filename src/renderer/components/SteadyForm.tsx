/** A form whose fields are judged as they are left, and in which nothing moves away from under a pressed pointer. */
import { Form, type FormProps } from 'antd';
import type { MouseEvent, PropsWithChildren } from 'react';
import './steady-form.css';

/** antd's form, upright, with the gaps of `steady-form.css`. */
export function SteadyForm<Values>({
  className,
  ...form
}: PropsWithChildren<Omit<FormProps<Values>, 'children'>>) {
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true, block: 'center' }}
      onMouseDown={stayInField}
      {...form}
      className={className === undefined ? 'steady-form' : `steady-form ${className}`}
    />
  );
}

/**
 * A press on a button takes the focus out of the field, which is then judged; what that says would move the button
 * before it is released, and nothing would come of the press.
 */
function stayInField(event: MouseEvent): void {
  const { target } = event;
  if (target instanceof Element && target.closest('button')) event.preventDefault();
}
