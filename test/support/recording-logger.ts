/** Keeps every log line as text, so that a test can look for what must not be in it. */
import type { Logger } from '#core/environment.ts';

export interface RecordingLogger extends Logger {
  lines: string[];
}

export function recordingLogger(): RecordingLogger {
  const lines: string[] = [];
  function write(level: string) {
    return (facts: object, message: string) => {
      lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
    };
  }
  return { lines, debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
