import type { ContentFile } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';

/** Nothing is left that was marked as still to be written. */
export function checkUnfinished(files: readonly ContentFile[]): Finding[] {
  return files.flatMap(({ path: file, text }) =>
    text.split('\n').flatMap((line, index) => {
      const [, task] = /\bTODO: ([^'"\]}]*)/.exec(line) ?? [];
      return task === undefined
        ? []
        : [
            {
              file,
              line: index + 1,
              problem: `Still to be written: ${task.trim()}`,
              remedy: 'Write it in the place of "TODO: …".',
            },
          ];
    }),
  );
}
