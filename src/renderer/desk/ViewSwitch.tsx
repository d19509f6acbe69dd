/** One entry or all of them: the same switch wherever the desk is, so that the way back is where the way there was. */
import { Segmented } from 'antd';
import { useText } from '../text/text.ts';

/** `one` = the code of one entry and its feed, `all` = every entry's numbers at once. */
export type DeskView = 'one' | 'all';

interface ViewSwitchProps {
  view: DeskView;
  onChange: (view: DeskView) => void;
  block?: boolean;
}

export function ViewSwitch({ view, onChange, block = false }: ViewSwitchProps) {
  const t = useText();
  return (
    <Segmented<DeskView>
      block={block}
      aria-label={t('gates:view.label')}
      value={view}
      options={[
        { value: 'one', label: t('gates:view.one') },
        { value: 'all', label: t('gates:view.all') },
      ]}
      onChange={onChange}
    />
  );
}
