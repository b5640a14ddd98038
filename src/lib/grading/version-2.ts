/** The id of an option that progress version 2 named by its place: ids were given in that order. */
export const toLetter = (place: string): string => String.fromCharCode(97 + Number(place));
