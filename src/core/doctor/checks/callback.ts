/** Callback: is there a listener for the phones to come back to? */
import type { Finding } from '#shared/model/doctor.ts';
import type { Host } from '../../host/host.ts';
import type { Facts } from '../causes.ts';
import { passed, wrong } from '../finding.ts';

const CAUSES = {
  PORT_IN_USE: 'port_in_use',
  PORT_FORBIDDEN: 'port_forbidden',
  ADDRESS_UNKNOWN: 'address_unknown',
  LISTEN_FAILED: 'listen_failed',
} as const;

export function checkCallback(host: Pick<Host, 'status'>): Finding {
  const { callback } = host.status();
  const port = String(callback.port);
  if (callback.state === 'listening') return passed('callback', { url: callback.url, port });
  const offered: Facts = callback.offeredPort === null ? {} : { offeredPort: String(callback.offeredPort) };
  return wrong('callback', 'failed', CAUSES[callback.code], { port, ...offered });
}
