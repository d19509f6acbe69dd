/** What a kiosk does not have: whatever leads away from the desk, saves a file, or changes an entry. */
import type { ReactNode } from 'react';
import { useKiosk } from './use-lock.ts';

export function OutsideKiosk({ children }: { children: ReactNode }) {
  return useKiosk() ? null : children;
}
