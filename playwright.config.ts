import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './test/support/chromium.ts';

export default defineConfig({
  testDir: 'test/e2e/specs',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: chromiumOptions(),
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    trace: 'retain-on-failure',
  },
  projects: [{ name: 'browser' }],
});
