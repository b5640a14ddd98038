/** What modules of a copy take for the site's own host. It exists nowhere, so nothing can call it. */
export const virtualOrigin = 'https://course.invalid';

/** Stands in data for the folder of the copy, which only the runtime knows. */
export const rootMark = 'course-root:';
