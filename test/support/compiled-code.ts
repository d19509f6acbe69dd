/**
 * Tests start some hundred hosts and command lines, each of which would compile the same code: what one compiled is
 * kept for the next, outside the project, where Node keeps such things by itself.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For every process started from here on. */
export function shareCompiledCode(): void {
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
}
