/** The screens that show nothing without the PIN. The host says the same of every single call; this is what people see of it. */
import type { Screen } from '../routing.ts';

const BEHIND_PIN: readonly Screen[] = ['followers', 'accounts', 'doctor', 'settings'];

export function isBehindPin(screen: Screen): boolean {
  return BEHIND_PIN.includes(screen);
}
