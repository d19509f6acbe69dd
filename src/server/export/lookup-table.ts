/** A look-up's answers as rows of a file, in the order given. New columns go to the end. */
import type { App } from '#core/app.ts';
import type { LookupRow } from '#shared/model/lookup.ts';
import type { User } from '#shared/model/user.ts';
import { masked, maskedWithin } from './masking.ts';
import { type Column, fields, mapped, type Table } from './table.ts';

function ofUser(name: Exclude<keyof User, 'tagIds' | 'subscribe'>): Column<LookupRow> {
  return { name, identifier: name === 'unionid', value: ({ user }) => user?.[name] ?? null };
}

const columns: Column<LookupRow>[] = [
  ...fields(['position', 'openid', 'verdict', 'reason', 'errcode']),
  ...(['unionid', 'subscribeTime', 'subscribeScene', 'qrScene', 'qrSceneStr'] as const).map(ofUser),
  { name: 'tagIds', identifier: false, value: ({ user }) => user?.tagIds.join(' ') ?? null },
  ...(['groupId', 'remark', 'language', 'nickname'] as const).map(ofUser),
];

function hidden(row: LookupRow): LookupRow {
  const { openid, user, raw } = row;
  const identifiers = [openid, user?.unionid].filter((identifier) => identifier != null);
  return {
    ...row,
    openid: masked({ openid, unionid: null }).openid,
    user: user && masked(user),
    raw: maskedWithin(raw, identifiers) as LookupRow['raw'],
  };
}

/** @throws NotFound */
export function lookupTable({ lookups }: App, { id, mask }: { id: string; mask: boolean }): Table<LookupRow> {
  const answers = lookups.rows(id);
  const rows = mask ? mapped(answers, hidden) : answers;
  return { columns, rows, record: (row) => row };
}
