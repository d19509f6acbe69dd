/** One TLS handshake with every check on, as a phone would make it; nothing is said on the connection. */
import { isIP } from 'node:net';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Facts } from './causes.ts';
import { codeOf } from './surroundings.ts';

export interface Handshake {
  /** Null when phones would go on; else Node's or TLS's name of what stopped it. */
  code: string | null;
  protocol: string | null;
  /** What the other side showed, also when it was not accepted. */
  certificate: Pick<Facts, 'issuer' | 'validFrom' | 'validTo' | 'names'>;
}

/** Never rejects. */
export function shakeHands(url: URL, timeLimitMs: number): Promise<Handshake> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const handshake: Handshake = { code: null, protocol: null, certificate: {} };
    const socket = connect({
      host,
      port: Number(url.port || 443),
      // A name only: RFC 6066 forbids addresses here.
      ...(isIP(host) ? {} : { servername: host }),
    });
    const timer = setTimeout(() => end('TIMEOUT'), timeLimitMs);

    function end(code: string | null): void {
      clearTimeout(timer);
      socket.destroy();
      resolve({ ...handshake, code });
    }

    // A refused certificate is gone by the time 'error' comes.
    socket.prependListener('secure', () => read(socket, handshake));
    socket.on('secureConnect', () => end(null));
    socket.on('error', (error) => end(codeOf(error) ?? 'UNKNOWN'));
    socket.on('close', () => end('ECONNRESET'));
  });
}

function read(socket: TLSSocket, handshake: Handshake): void {
  handshake.protocol = socket.getProtocol();
  const shown: Partial<PeerCertificate> = socket.getPeerCertificate();
  const { issuer, valid_from: validFrom, valid_to: validTo, subjectaltname: names } = shown;
  const issued = [issuer?.O, issuer?.CN].flat().filter((part) => part !== undefined);
  handshake.certificate = {
    ...(issued.length > 0 ? { issuer: issued.join(' ') } : {}),
    ...(validFrom ? { validFrom: new Date(validFrom).toISOString() } : {}),
    ...(validTo ? { validTo: new Date(validTo).toISOString() } : {}),
    ...(names ? { names: names.replaceAll(/(DNS|IP Address):/g, '') } : {}),
  };
}
