import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import type { HostOptions } from './test/e2e/fixtures/test.ts';
import { chromiumOptions, chromiumPath } from './test/support/chromium.ts';
import { shareCompiledCode } from './test/support/compiled-code.ts';
import { chooseDesktopRuntime, describeDesktopRuntime } from './test/support/desktop-runtime.ts';
import { isNightly } from './test/support/nightly.ts';

// The stand-in shows its windows in the same Chromium.
process.env.FOLLOWDESK_CHROMIUM ||= chromiumPath() ?? '';
shareCompiledCode();
const runtime = chooseDesktopRuntime();
// Workers and knip read this file too.
if (process.argv[2] === 'test') process.stdout.write(`${describeDesktopRuntime(runtime)}\n`);

/** Long ones, about what lies behind the contract: on both hosts at night. */
const SAME_ON_BOTH_HOSTS = [
  'followers',
  'lookup-goes-on',
  'privacy',
  'records-charts',
  'doctor',
  'stories/*',
];

export default defineConfig<HostOptions>({
  testDir: 'test/e2e/specs',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  // A spec waits a third of its time: for a network that is slow on purpose, for a person's pause.
  workers: Math.ceil(availableParallelism() * 1.5),
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: chromiumOptions(),
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    // A list that still unfolds takes a click between two of its choices, faster than any person's hand.
    contextOptions: { reducedMotion: 'reduce' },
    // Not a trace as well, which doubles what each spec costs: `--trace retain-on-failure` asks for one.
    screenshot: 'only-on-failure',
    runtime,
  },
  // The same specs on both hosts, except those whose folder says what they are about, and long ones by day.
  projects: [
    { name: 'browser', testIgnore: '**/desktop/**', use: { host: 'browser' } },
    {
      name: 'desktop',
      testIgnore: [
        '**/browser/**',
        ...(isNightly ? [] : SAME_ON_BOTH_HOSTS.map((name) => `**/specs/${name}.spec.ts`)),
      ],
      use: { host: 'desktop' },
    },
  ],
});
