import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one browser's profile; it is the home folder too, so that nothing lands elsewhere. */
export function makeProfile(): { profile: string; remove: () => void } {
  const profile = mkdtempSync(join(tmpdir(), 'course-profile-'));
  const remove = () =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { profile, remove };
}

/** A program that was started. */
export interface Running {
  /** What the program wrote that it was waited for. */
  found: string;
  /** Waits for so many seconds until it has ended by itself, then ends it. */
  end: (seconds: number) => Promise<void>;
}

/** Starts a program in the given home folder and waits until its output has what is looked for. */
export async function run(
  command: string,
  args: string[],
  home: string,
  wanted: RegExp,
): Promise<Running> {
  // A group of its own: what the program starts ends with it.
  const child = spawn(command, args, { detached: true, env: { ...process.env, HOME: home } });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = () => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  // A run that is broken off leaves no browser behind.
  const quit = () => process.exit(1);
  process.once('exit', kill);
  process.once('SIGTERM', quit);
  let output = '';
  const found = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      kill();
      reject(new Error(`${command} did not start within 120 seconds. It wrote:\n${output}`));
    }, 120_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output = `${output}${chunk.toString()}`.slice(-20_000);
        const [match, group] = wanted.exec(output) ?? [];
        if (match === undefined) return;
        clearTimeout(timer);
        resolve(group ?? match);
      });
    }
    child.once('error', reject);
  });
  return {
    found,
    async end(seconds) {
      const timer = setTimeout(kill, seconds * 1000);
      await exit;
      clearTimeout(timer);
      kill();
      process.off('exit', kill);
      process.off('SIGTERM', quit);
    },
  };
}
