import { defineConfig } from '@playwright/test';
import { findChromium } from '../src/cli/find-browsers.ts';
import { sites, toUrl } from './e2e/sites.ts';
import type { SiteName } from './e2e/sites.ts';

const executablePath = findChromium();
const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // Long enough for a machine that is busy with other things. Nothing waits for these to pass.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }],
  ],
  use: {
    // A page under test comes from the server; installed.spec.ts is about the copies that browsers keep.
    serviceWorkers: 'block',
    launchOptions: { ...(executablePath && { executablePath }), args },
  },
  projects: [
    // An author who adds to the course breaks nothing here.
    { name: 'behavior', testIgnore: 'pages.spec.ts', use: { baseURL: toUrl('fixture') } },
    { name: 'course', testMatch: 'pages.spec.ts', use: { baseURL: toUrl('course') } },
  ],
  webServer: (Object.keys(sites) as SiteName[]).map((name) => ({
    command: 'node src/cli/serve.ts',
    url: toUrl(name),
    cwd: '..',
    env: {
      PORT: String(sites[name].port),
      BASE_PATH: sites[name].base,
      OUT_DIR: `./${sites[name].folder}`,
    },
  })),
});
