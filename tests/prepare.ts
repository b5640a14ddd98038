import { spawnSync } from 'node:child_process';

/**
 * Loads the practice database and proves the exercises, once and before the workers start, where
 * several would do so at the same time. What is wrong with the content is for the tests to say.
 */
export default function prepare(): void {
  spawnSync(process.execPath, ['src/cli/check-content.ts'], { stdio: 'ignore' });
}
