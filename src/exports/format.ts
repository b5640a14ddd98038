import type { LoadedCourse } from '../load/load-course.ts';
import type { BuiltSite } from './site/built-site.ts';

/** A choice that the command offers for a format, as `--<name>`. */
export interface FormatOption {
  type: 'boolean' | 'string';
  /** What it does, in a line. */
  purpose: string;
}

/** What an export is made from. */
export interface ExportInput {
  site: BuiltSite;
  /** Loads the course: a format that works from the built site alone need not wait for it. */
  course: () => Promise<LoadedCourse>;
  /** What was chosen, by the option's name. */
  options: Readonly<Record<string, string | boolean | undefined>>;
}

/** A file that an export made. */
export interface ExportedFile {
  name: string;
  bytes: Uint8Array;
  /** What it holds and how it is used, for the one who asked for it. */
  note: string;
}

/** A form in which the course can be taken along. */
export interface Format {
  /** What the command calls it. */
  id: string;
  /** What it is for, in a line. */
  purpose: string;
  options: Readonly<Record<string, FormatOption>>;
  /**
   * @param onFile - handed each file as soon as it is there.
   * @param onStep - told what has been done on the way.
   */
  export: (
    input: ExportInput,
    onFile: (file: ExportedFile) => void,
    onStep: (done: string) => void,
  ) => Promise<void>;
}
