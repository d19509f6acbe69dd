/** A look-up runs beside visitors: they share its token and nothing they would have to wait for. */
import { expect, test } from 'vitest';
import { answering, BATCH, openLookups, reaching, SINGLE } from './lookup-bench.ts';

test('a visitor’s question passes a look-up whose calls WeChat leaves lying', async () => {
  const { people, start, lookups, simulator, client, accounts } = await openLookups();
  const follower = simulator.people.find('follower')?.openid ?? '';
  simulator.faults.on('slow', { paths: [BATCH], value: 400 });
  const id = await start(people(600));
  const first = reaching(lookups, id, 'done').then(() => 'look-up');
  const visitor = client.lookup(accounts.credentials('acc'), follower).then(() => 'visitor');
  expect(await Promise.race([answering(lookups, id, 100).then(() => 'look-up'), visitor])).toBe('visitor');
  expect(simulator.calls.count(SINGLE)).toBe(1);
  simulator.faults.off();
  await first;
  expect(simulator.calls.count('/cgi-bin/stable_token'), 'one token for both').toBe(1);
});

test('nor do visitors keep it waiting, or go into its hundreds', async () => {
  const { people, start, lookups, simulator, client, accounts } = await openLookups();
  const crowd = people(300);
  const id = await start(people(1_000));
  const visitors = crowd.map((openid) => client.lookup(accounts.credentials('acc'), openid));
  const [done] = await Promise.all([reaching(lookups, id, 'done'), ...visitors]);
  expect(done).toMatchObject({ asked: 1_000, answered: 1_000 });
  expect(simulator.calls.count('/cgi-bin/stable_token')).toBe(1);
});
