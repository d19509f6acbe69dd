/** Callback: is there a listener for the phones to come back to? */
import type { Finding } from '#shared/model/doctor.ts';
import type { Host } from '../../host/host.ts';
import { passed, wrong } from '../finding.ts';

export function checkCallback(host: Pick<Host, 'status'>): Finding {
  const { callback } = host.status();
  const port = String(callback.port);
  if (callback.state === 'listening') return passed('callback', { url: callback.url, port });
  const offered: Finding['facts'] =
    callback.offeredPort === null ? {} : { offeredPort: String(callback.offeredPort) };
  return wrong('callback', 'failed', callback.code.toLowerCase(), { port, ...offered });
}
