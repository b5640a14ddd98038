import { resolve } from 'node:path';

/** The folder that holds `content/`: the project's root, or what COURSE_ROOT says. */
export const courseRoot = resolve(process.env.COURSE_ROOT ?? '.');
