/** The computer never sleeps here; a spec sends what a real one would. */
import { StrictEmitter } from '../strict.ts';

class PowerMonitor extends StrictEmitter {
  constructor() {
    super('powerMonitor', ['suspend', 'resume', 'lock-screen', 'user-did-resign-active', 'shutdown']);
  }
}

export const powerMonitor = new PowerMonitor();
