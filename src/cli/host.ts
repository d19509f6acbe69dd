/** The running FollowDesk, through the contract. The rule: the token is sent to it and said nowhere. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';
import { Refused } from './refused.ts';
import type { Text } from './text/zh-CN.ts';

export type Client = ContractRouterClient<Contract>;

export interface Host {
  client: Client;
  /** Without the token, and without anything a pasted link may carry. */
  url: string;
}

/** Reads where the host is, asking nothing of it yet. @throws Refused */
export function reachHost(
  given: { url?: string | undefined; token?: string | undefined },
  env: NodeJS.ProcessEnv,
  text: Text,
): Host {
  const address = (given.url ?? env.FOLLOWDESK_URL) || undefined;
  const token = (given.token ?? env.FOLLOWDESK_CONSOLE_TOKEN) || undefined;
  if (address === undefined) throw new Refused(text.noUrl);
  if (token === undefined) throw new Refused(text.noToken);
  if (!URL.canParse(address)) throw new Refused(text.badUrl);
  const { protocol, origin } = new URL(address);
  if (!/^https?:$/.test(protocol)) throw new Refused(text.badUrl);
  // A header with anything else would be refused with a message that quotes it.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Refused(text.badToken);
  const link = new RPCLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${token}` } });
  return { client: createORPCClient(link), url: origin };
}
