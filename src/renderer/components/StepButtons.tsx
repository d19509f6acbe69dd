/** The way from one of a list that is open to the one before and the one after it. */
import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';

export interface Step {
  label: string;
  /** Undefined where the list ends. */
  onClick: (() => void) | undefined;
}

export function StepButtons({ up, down }: { up: Step; down: Step }) {
  return [
    { ...up, icon: <UpOutlined /> },
    { ...down, icon: <DownOutlined /> },
  ].map(({ label, icon, onClick }) => (
    <Button
      key={label}
      type="text"
      icon={icon}
      disabled={!onClick}
      aria-label={label}
      title={label}
      onClick={onClick}
    />
  ));
}
