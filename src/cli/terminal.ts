/**
 * Where answers and remarks go: answers to stdout, everything else to stderr, so that a pipe carries answers
 * only. The rule: no control character that came from the internet reaches a terminal.
 */
import { once } from 'node:events';

export interface Terminal {
  /** Settles when the reader has taken it. */
  out(text: string): Promise<void>;
  outBytes(bytes: Uint8Array): Promise<void>;
  /** A line for the person at the terminal. */
  say(line: string): void;
  /** A line that the next one replaces; shown only to a person, not to a log. */
  progress(line: string): void;
  /** Standard input to its end. */
  input(): Promise<string>;
}

/** C0, C1 and the characters that turn text around, written as codes; tabs and line ends become spaces. */
export function printable(text: string): string {
  return (
    text
      .replace(/[\t\r\n]+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
      .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escaped)
  );
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** One JSON object as a line; JSON leaves some of those characters as they are, and may write them so as well. */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value);
  return `${text.replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`;
}

const PROGRESS_EVERY_MS = 100;

export function openTerminal({ stdout, stderr, stdin }: NodeJS.Process): Terminal {
  let shownAt = 0;
  let pending = false;

  function clear(): void {
    if (pending) stderr.write('\r\u001b[K');
    pending = false;
  }
  async function write(data: string | Uint8Array): Promise<void> {
    clear();
    if (!stdout.write(data)) await once(stdout, 'drain');
  }
  return {
    out: write,
    outBytes: write,
    say(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      const now = performance.now();
      if (!stderr.isTTY || now - shownAt < PROGRESS_EVERY_MS) return;
      shownAt = now;
      clear();
      stderr.write(line);
      pending = true;
    },
    async input() {
      let text = '';
      stdin.setEncoding('utf8');
      for await (const chunk of stdin) text += chunk;
      return text;
    },
  };
}
