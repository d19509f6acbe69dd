/**
 * Certificates made when a test needs them, by Node's own crypto and a little DER: no key lies in the tree, none
 * expires one day, and any may be wrong in the way that a test wants. Nobody's authority signed them.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface SelfSigned {
  cert: string;
  key: string;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const OIDS = {
  commonName: '0603550403',
  alternativeName: '0603551d11',
  ecdsaWithSha256: '06082a8648ce3d040302',
};

/** @param names DNS names and IPv4 addresses it is good for. @param days from now until it ends; negative = expired. */
export function selfSigned({ names = ['127.0.0.1'], days = 1 } = {}): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, Buffer.from(OIDS.ecdsaWithSha256, 'hex'));
  const name = der(
    SEQUENCE,
    der(
      SET,
      der(SEQUENCE, Buffer.from(OIDS.commonName, 'hex'), der(UTF8_STRING, Buffer.from('FollowDesk test'))),
    ),
  );
  const until = Date.now() + days * 86_400_000;
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    algorithm,
    name,
    der(SEQUENCE, time(until - 10 * 86_400_000), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      der(SEQUENCE, der(SEQUENCE, Buffer.from(OIDS.alternativeName, 'hex'), octets(names.map(generalName)))),
    ),
  );
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', body, privateKey));
  return {
    cert: pem(der(SEQUENCE, body, algorithm, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function octets(names: Buffer[]): Buffer {
  return der(OCTET_STRING, der(SEQUENCE, ...names));
}

function generalName(name: string): Buffer {
  return isIPv4(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name));
}

/** `YYMMDDHHMMSSZ` */
function time(at: number): Buffer {
  return der(UTC_TIME, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
