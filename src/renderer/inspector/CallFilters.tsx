/** What narrows the calls down: a part of the endpoint, the outcome, the errcode, the account. */
import { Button, Input, Select } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { type Call, CallOutcome } from '#shared/model/call.ts';
import { describeErrcode } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import { type CallFilter, errcodesOf, isFiltering, NO_FILTER } from './filter-calls.ts';

interface CallFiltersProps {
  filter: CallFilter;
  onChange: (filter: CallFilter) => void;
  calls: readonly Call[];
  accounts: readonly Account[];
}

export function CallFilters({ filter, onChange, calls, accounts }: CallFiltersProps) {
  const t = useText();
  const codes = new Set([...errcodesOf(calls), ...(filter.errcode === null ? [] : [filter.errcode])]);
  return (
    <search className="call-filters" aria-label={t('doctor:calls.filters.label')}>
      <Input
        className="call-filter-endpoint"
        allowClear
        aria-label={t('doctor:calls.filters.endpoint')}
        placeholder={t('doctor:calls.filters.endpoint')}
        value={filter.endpoint}
        onChange={(event) => onChange({ ...filter, endpoint: event.target.value })}
      />
      <Select
        allowClear
        aria-label={t('doctor:calls.filters.outcome')}
        placeholder={t('doctor:calls.filters.outcome')}
        value={filter.outcome}
        onChange={(outcome) => onChange({ ...filter, outcome: outcome ?? null })}
        options={CallOutcome.options.map((value) => ({ value, label: t(`doctor:calls.outcomes.${value}`) }))}
      />
      <Select
        allowClear
        disabled={codes.size === 0}
        aria-label={t('doctor:calls.filters.errcode')}
        placeholder={t('doctor:calls.filters.errcode')}
        popupMatchSelectWidth={false}
        value={filter.errcode}
        onChange={(errcode) => onChange({ ...filter, errcode: errcode ?? null })}
        options={[...codes].map((value) => ({
          value,
          label: String(value),
          title: describeErrcode(t, value).meaning ?? undefined,
        }))}
      />
      {accounts.length > 1 && (
        <Select
          allowClear
          aria-label={t('doctor:calls.filters.account')}
          placeholder={t('doctor:calls.filters.account')}
          popupMatchSelectWidth={false}
          value={filter.accountId}
          onChange={(accountId) => onChange({ ...filter, accountId: accountId ?? null })}
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {isFiltering(filter) && (
        <Button type="text" onClick={() => onChange(NO_FILTER)}>
          {t('doctor:calls.filters.reset')}
        </Button>
      )}
    </search>
  );
}
