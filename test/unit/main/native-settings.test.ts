import { describe, expect, it } from 'vitest';
import type { Host } from '#core/host/host.ts';
import { applySettings } from '#main/native-settings.ts';
import { Settings } from '#shared/model/host.ts';

function createHost(): Pick<Host, 'settings' | 'changeSettings'> {
  let settings = Settings.parse({ theme: 'dark' });
  return {
    settings: () => settings,
    async changeSettings(patch) {
      if (patch.callbackPort === 80) throw new Error('PORT_FORBIDDEN');
      settings = { ...settings, ...patch };
      return settings;
    },
  };
}

describe('settings that the system draws', () => {
  it('are applied now, and after every change that held', async () => {
    const themes: string[] = [];
    const host = applySettings(createHost(), ({ theme }) => themes.push(theme));
    expect(themes).toEqual(['dark']);
    expect(await host.changeSettings({ theme: 'light' })).toMatchObject({ theme: 'light' });
    await expect(host.changeSettings({ theme: 'dark', callbackPort: 80 })).rejects.toThrow('PORT_FORBIDDEN');
    expect(themes).toEqual(['dark', 'light']);
    expect(host.settings().theme).toBe('light');
  });
});
