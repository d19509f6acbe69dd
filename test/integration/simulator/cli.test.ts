/** The command line, as a process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { openClient } from './client.ts';

function run(...flags: string[]) {
  const child = spawn(process.execPath, ['src/simulator/cli.ts', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, output: () => output, complaint: () => complaint };
}

test('says where it is, obeys its flags, and leaves when asked to', async () => {
  const { child, ended, output } = run(
    '--port',
    '0',
    '--latency',
    '1',
    '--fault',
    'busy=1',
    '--fault',
    'slow=5',
    '--set',
    'ipWhitelist=198.51.100.4,2001:db8::4',
    '--set',
    'ipRefusalFormat=1',
  );
  await expect.poll(output, { timeout: 15_000 }).toContain('Ctrl+C');
  const url = /URL +(\S+)/.exec(output())?.[1] ?? '';
  expect(output()).toMatch(/AppID +wx[0-9a-f]{16}\n/);
  expect(output()).toMatch(/AppSecret +[0-9a-f]{32}\n/);
  expect(output()).toContain('Faults on: busy, slow');
  const list = await (await fetch(`${url}/simulator/faults`)).json();
  expect(list).toEqual({
    faults: [
      { name: 'busy', times: 1 },
      { name: 'slow', value: 5 },
    ],
  });
  expect(await (await fetch(`${url}/cgi-bin/token`)).json()).toMatchObject({ errcode: -1 });
  expect(await (await fetch(`${url}/cgi-bin/token`)).json()).toMatchObject({ errcode: 40002 });
  const { apps } = (await (await fetch(`${url}/simulator/apps`)).json()) as { apps: object[] };
  expect(apps).toMatchObject([{ ipWhitelist: ['198.51.100.4', '2001:db8::4'], ipRefusalFormat: 1 }]);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a port in use is named in one line, and another offered', async () => {
  const { simulator } = await openClient();
  const { port } = new URL(simulator.url);
  const { ended, complaint } = run('--port', port);
  expect(await ended).toBe(1);
  expect(complaint()).toMatch(new RegExp(`^Port ${port} is in use\\. Try: .*--port \\d+\\n$`));
});

test.each([
  [['--fault', 'nope'], 'No fault is called "nope"'],
  [['--port', '70000'], '--port must be a whole number'],
  [['--fault', 'slow=x'], '--fault slow must be a whole number'],
  [['--set', 'kind=other'], '--set kind=other cannot be read'],
  [['--nope'], "Unknown option '--nope'"],
])('%j is refused with a reason and no stack', async (flags, reason) => {
  const { ended, complaint } = run(...flags);
  expect(await ended).toBe(1);
  expect(complaint()).toContain(reason);
  expect(complaint()).not.toContain('    at ');
});
