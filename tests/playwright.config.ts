import { defineConfig } from '@playwright/test';
import { findChromium } from '../src/cli/find-browsers.ts';

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
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }],
  ],
  use: {
    baseURL: 'http://localhost:4391',
    // A page under test comes from the server; installed.spec.ts is about the copies that browsers keep.
    serviceWorkers: 'block',
    launchOptions: { ...(executablePath && { executablePath }), args },
  },
  webServer: [
    {
      command: 'node src/cli/serve.ts',
      url: 'http://localhost:4391/',
      cwd: '..',
      env: { PORT: '4391' },
    },
    {
      command: 'node src/cli/serve.ts',
      url: 'http://localhost:4392/course/',
      cwd: '..',
      env: { PORT: '4392', BASE_PATH: '/course/', OUT_DIR: './dist-base' },
    },
  ],
});
