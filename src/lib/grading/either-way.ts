/** Said of an answer that is right on one set of data only. */
export const isRightOnOne =
  'Right on the data you see, and wrong on a second set of the same shape.';

/** Why that may be; nobody can tell from outside which of the two it is. */
export const eitherWay =
  'Either something is typed in that the code should work out: a number, a name or a date. Or a condition is missing or wrong that makes no difference to the data you see.';
