/** The course as `src/data/integration.ts` has loaded it. */
declare module 'virtual:course' {
  export const course: import('./lib/course/course.ts').Course;
  export const report: import('./load/slotlark.ts').DatabaseReport;
  export const exercises: Record<string, import('./load/exercises.ts').Exercise>;
}
