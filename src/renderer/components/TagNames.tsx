/** A person's tags by name; by number while, or where, the names are not to be had. */
import { Tag } from 'antd';

interface TagNamesProps {
  ids: readonly number[];
  names: ReadonlyMap<number, string> | undefined;
}

export function TagNames({ ids, names }: TagNamesProps) {
  return ids.map((id) => (
    <Tag key={id} variant="filled">
      {names?.get(id) ?? `#${id}`}
    </Tag>
  ));
}
