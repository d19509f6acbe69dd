/** DNS: does the public URL's name resolve, and to an address that phones can reach? */
import { BlockList, isIP } from 'node:net';
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import { passed, skipped, wrong } from '../finding.ts';
import { type Addresses, publicUrlOf, withoutAddress } from '../public-address.ts';
import { codeOf, type Surroundings } from '../surroundings.ts';

/** Known on the local network only. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('0.0.0.0', 8);
PRIVATE.addSubnet('10.0.0.0', 8);
PRIVATE.addSubnet('100.64.0.0', 10);
PRIVATE.addSubnet('127.0.0.0', 8);
PRIVATE.addSubnet('169.254.0.0', 16);
PRIVATE.addSubnet('172.16.0.0', 12);
PRIVATE.addSubnet('192.168.0.0', 16);
PRIVATE.addSubnet('::', 127, 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/** For measuring, and so what proxy programs on this machine make up for every name. */
const MADE_UP = new BlockList();
MADE_UP.addSubnet('198.18.0.0', 15);

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

export async function checkDns(
  account: Account,
  host: Addresses,
  { resolve }: Pick<Surroundings, 'resolve'>,
): Promise<Finding> {
  const publicUrl = publicUrlOf(account, host);
  if (publicUrl === null) return withoutAddress('dns', account);
  const name = URL.parse(publicUrl)?.hostname ?? '';
  if (name === '' || isIP(name.replace(/^\[|\]$/g, ''))) return skipped('dns', 'no_name', { host: name });
  let addresses: string[];
  try {
    addresses = await resolve(name);
  } catch (error) {
    const detail = codeOf(error) ?? 'UNKNOWN';
    const cause = detail === 'EAI_AGAIN' ? 'no_resolver' : 'name_unknown';
    return wrong('dns', 'failed', cause, { host: name, detail });
  }
  const facts = { host: name, addresses: addresses.join(' ') };
  if (addresses.some((address) => isIn(MADE_UP, address)))
    return wrong('dns', 'warning', 'fake_address', facts);
  if (addresses.every((address) => isIn(PRIVATE, address)))
    return wrong('dns', 'warning', 'private_address', facts);
  return passed('dns', facts);
}
