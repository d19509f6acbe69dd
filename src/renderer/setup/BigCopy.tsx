/** The one thing to carry over to WeChat's console: large enough to compare, one click to copy. */
import { CopyButton } from '../components/CopyButton.tsx';

interface BigCopyProps {
  name: string;
  value: string;
  /** What the button says. */
  copy: string;
  /** True where copying is the step's main action. */
  main?: boolean;
}

export function BigCopy({ name, value, copy, main = false }: BigCopyProps) {
  return (
    <div className="big-copy">
      <span className="big-copy-name">{name}</span>
      <code>{value}</code>
      <CopyButton type={main ? 'primary' : 'default'} text={value} label={copy} />
    </div>
  );
}
