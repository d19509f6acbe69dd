/**
 * Whoever sends the computer to sleep, locks its screen or hands it to another user is away: the console locks at
 * once. It is not unlocked by coming back.
 * @see https://www.electronjs.org/docs/latest/api/power-monitor
 */
import type { PowerMonitor } from 'electron';

export function lockOnLeaving(powerMonitor: Pick<PowerMonitor, 'on'>, lock: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('user-did-resign-active', lock);
  powerMonitor.on('shutdown', lock);
}
