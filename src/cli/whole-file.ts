/**
 * A file that is whole or not there. The rule: it has its name only when it is finished; until then it is called
 * `….part`, and neither a failure nor a signal leaves that behind.
 */
import { rmSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { CannotWrite } from './failures.ts';

type Write = (bytes: Buffer) => Promise<unknown>;

/** A device or a pipe is written straight to: a file moved to its place would replace it. */
async function isNoFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

/** What `fill` answers once everything is in the file. @throws CannotWrite, and whatever `fill` throws */
export async function writeWhole<Answer>(
  file: string,
  fill: (write: Write) => Promise<Answer>,
): Promise<Answer> {
  function fail(cause: unknown): never {
    throw new CannotWrite(file, cause);
  }
  async function filled(handle: FileHandle): Promise<Answer> {
    const answer = await fill((bytes) => handle.writeFile(bytes).catch(fail));
    await handle.close().catch(fail);
    return answer;
  }

  if (await isNoFile(file)) return filled(await open(file, 'w').catch(fail));
  // A link stays a link: what it points to is replaced.
  const target = await realpath(file).catch(() => file);
  const unfinished = `${target}.${process.pid}.part`;
  const handle = await open(unfinished, 'wx', 0o600).catch(fail);
  const abandon = () => rmSync(unfinished, { force: true });
  process.once('exit', abandon);
  try {
    const answer = await filled(handle);
    await rename(unfinished, target).catch(fail);
    return answer;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    process.off('exit', abandon);
  }
}
