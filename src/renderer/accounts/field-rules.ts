/** antd's rules for an account's fields: problems stop a save, doubts only warn. Judged on leaving a field. */
import type { FormItemProps } from 'antd';
import { useText } from '../text/text.ts';
import { doubtOf, problemOf, type TypedField } from './account-form.ts';

type Rules = NonNullable<FormItemProps['rules']>;

export function useFieldRules(): (field: TypedField, required: boolean) => Rules {
  const t = useText();
  return (field, required) => [
    {
      async validator(_rule, typed: string | undefined) {
        const problem = problemOf(field, typed ?? '', required);
        if (problem) throw new Error(t(`accounts:problems.${field}.${problem}`));
      },
    },
    {
      warningOnly: true,
      async validator(_rule, typed: string | undefined) {
        if (problemOf(field, typed ?? '', false)) return;
        const doubt = doubtOf(field, typed ?? '');
        if (doubt) throw new Error(t(`accounts:doubts.${doubt}`));
      },
    },
  ];
}
