import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Path of the Chromium to test with: `CHROMIUM_PATH`, the system's, or Playwright's own. */
export const findChromium = (): string | undefined =>
  firstFile(
    process.env.CHROMIUM_PATH,
    ...onPath('chromium', 'chromium-browser', 'google-chrome'),
    chromium.executablePath(),
  );

/** Path of the Firefox to test with: `FIREFOX_PATH` or the system's, the long-lived edition first. */
export const findFirefox = (): string | undefined =>
  firstFile(process.env.FIREFOX_PATH, ...onPath('firefox-esr', 'firefox'));

/** Path of the driver of the system's WebKitGTK: `WEBKIT_DRIVER_PATH` or the system's. */
export const findWebKit = (): string | undefined =>
  firstFile(process.env.WEBKIT_DRIVER_PATH, ...onPath('WebKitWebDriver'));

const onPath = (...names: string[]): string[] => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

const firstFile = (...paths: (string | undefined)[]): string | undefined =>
  paths.find((path): path is string => Boolean(path) && existsSync(path!));
