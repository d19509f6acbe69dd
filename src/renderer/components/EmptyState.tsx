/** Where nothing is yet: why that is fine, and the one next click. */
import type { ReactNode } from 'react';
import './states.css';

export function EmptyState(props: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="state">
      {props.icon && <div className="state-icon">{props.icon}</div>}
      <h2>{props.title}</h2>
      {props.children && <p>{props.children}</p>}
      {props.actions && <div className="state-actions">{props.actions}</div>}
    </div>
  );
}
