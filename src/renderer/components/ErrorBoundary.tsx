/** A screen that throws shows what to do instead of an empty window; scans go on in the host regardless. */
import { Component, type ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { ErrorState } from './ErrorState.tsx';

interface State {
  error: Error | null;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    if (this.state.error) return <Crash error={this.state.error} />;
    return this.props.children;
  }
}

function Crash({ error }: { error: Error }) {
  const t = useText();
  const description = {
    title: t('crash.title'),
    remedy: t('crash.remedy'),
    facts: [{ name: t('errors:facts.message'), value: `${error.name}: ${error.message}` }],
  };
  return <ErrorState description={description} onRetry={() => location.reload()} />;
}
