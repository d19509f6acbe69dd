/**
 * Loaded into a host before anything else (`--import`): at each SIGUSR2 it throws away what nobody holds any more and
 * writes how many bytes are left to the file FOLLOWDESK_TEST_HEAP. What a process holds of the machine's memory says
 * little: it goes up and down by megabytes for reasons of its own.
 */
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.on('SIGUSR2', () => {
  collect();
  writeFileSync(process.env.FOLLOWDESK_TEST_HEAP ?? '', `${process.memoryUsage().heapUsed}`);
});
