/** The client's cost in turns, from a process of its own. */
import type { ClientCostQuestion, ClientCosts } from './client-cost.ts';
import { type Closers, startClosable } from './open-bench.ts';
import { median } from './statistics.ts';

const rounds = 5;

export async function measureClients(
  closers: Closers,
  wechatUrl: string,
  milliseconds: number,
): Promise<ClientCosts> {
  const { helper: client } = await startClosable<object, ClientCostQuestion, ClientCosts>(
    closers,
    'client-cost.ts',
    { wechatUrl },
  );
  await client.ask({ milliseconds });
  const turns: ClientCosts[] = [];
  for (let turn = 0; turn < rounds; turn += 1) turns.push(await client.ask({ milliseconds }));
  const middle = (name: keyof ClientCosts) => median(turns.map((costs) => costs[name]));
  return { followdesk: middle('followdesk'), undici: middle('undici'), axios: middle('axios') };
}
