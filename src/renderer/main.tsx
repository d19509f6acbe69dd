/** The console's root: a transport, the wording and looks, the shell. Everything else hangs below. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Appearance } from './Appearance.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { createConsoleClient } from './host/client.ts';
import { ConsoleProvider } from './host/console.tsx';
import { chooseTransport } from './host/transport.ts';
import { LockProvider } from './lock/LockProvider.tsx';
import { Shell } from './Shell.tsx';
import './theme/base.css';

const root = document.getElementById('root');
if (root) {
  const client = createConsoleClient(chooseTransport(window));
  createRoot(root).render(
    <StrictMode>
      <ConsoleProvider client={client}>
        <Appearance>
          <ErrorBoundary>
            <LockProvider>
              <Shell />
            </LockProvider>
          </ErrorBoundary>
        </Appearance>
      </ConsoleProvider>
    </StrictMode>,
  );
}
