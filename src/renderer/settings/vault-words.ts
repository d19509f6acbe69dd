/** Names of the vault backends this console has words for; another one shows by its own name. */
import { resources } from '../text/resources.ts';
import type { Text } from '../text/text.ts';

const { backends } = resources['zh-CN'].settings.secrets;

export function describeBackend(t: Text, backend: string): string {
  return isKnown(backend) ? t(`settings:secrets.backends.${backend}`) : backend;
}

function isKnown(backend: string): backend is keyof typeof backends {
  return Object.hasOwn(backends, backend);
}
