/** The client's cost in turns, from a process of its own. */
import type { ClientCostQuestion, ClientCosts } from './client-cost.ts';
import { type Closers, startClosable } from './open-bench.ts';
import { median, medianRatio } from './statistics.ts';

const rounds = 15;

export interface ClientTurns extends ClientCosts {
  /** Our client's cost, turn by turn. */
  besideUndici: number;
}

export async function measureClients(
  closers: Closers,
  wechatUrl: string,
  milliseconds: number,
): Promise<ClientTurns> {
  const { helper: client } = await startClosable<object, ClientCostQuestion, ClientCosts>(
    closers,
    'client-cost.ts',
    { wechatUrl },
  );
  await client.ask({ milliseconds });
  const turns: ClientCosts[] = [];
  for (let turn = 0; turn < rounds; turn += 1) turns.push(await client.ask({ milliseconds }));
  const of = (name: keyof ClientCosts) => turns.map((costs) => costs[name]);
  return {
    followdesk: median(of('followdesk')),
    undici: median(of('undici')),
    axios: median(of('axios')),
    besideUndici: medianRatio(of('followdesk'), of('undici')),
  };
}
