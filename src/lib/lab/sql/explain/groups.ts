import type { Rule } from './rule.ts';

/** Grouping that does not work out: 42803, which is several errors, told apart by PostgreSQL's own words. */
export const explainGrouping: Rule = (spot) => {
  const { message } = spot.error;
  if (/not allowed in WHERE/.test(message) && /^(max|min|avg)$/.test(spot.word()))
    return `WHERE judges single rows, before groups are made. What holds for all rows comes from a query in brackets, \`(SELECT ${spot.text()}(…) FROM …)\`; a condition on groups stands in HAVING.`;
  if (/not allowed in WHERE/.test(message))
    return 'WHERE judges single rows, before anything is counted. A condition on a count stands in HAVING, after GROUP BY: `HAVING count(*) >= 6`.';
  if (/not allowed in GROUP BY/.test(message))
    return 'What GROUP BY names is itself counted or added up. Groups are made by plain columns: `GROUP BY category`.';
  if (/not allowed in JOIN conditions/.test(message))
    return 'ON joins single rows, before anything is counted. Count in a step of WITH, and join that.';
  if (/not allowed in FILTER/.test(message))
    return 'FILTER judges single rows, before anything is counted. Count in a step of WITH, and use that here.';
  if (/calls cannot be nested/.test(message))
    return 'One count or average cannot stand inside another. Make the inner one a column in a step of WITH, then take the outer one from that.';
  if (/contain window function calls/.test(message))
    return 'A function with OVER cannot stand inside a count or average. Make it a column in a step of WITH first.';
  if (/not allowed in|cannot contain/.test(message)) return undefined;
  const [column = ''] = spot.quoted;
  const bare = column.split('.').at(-1)!;
  const words = spot.query().map((place) => spot.tokens[place]!.text.toLowerCase());
  const isGrouped = words.includes('group');
  if (spot.text() === '*' || spot.text(2) === '*')
    return 'A `*` shows every column, and a group has many values in most. Name the columns that make the group, and count or add up the others.';
  if (spot.clause === 'having')
    return `\`${bare}\` can have many values in one group. A condition on single rows stands in WHERE, before GROUP BY.`;
  if (spot.clause === 'order')
    return `One row stands for many here, so \`${bare}\` has many values in it. Order by something that you show, or by \`max(${bare})\`.`;
  if (isGrouped)
    return `\`${bare}\` can have many values in one group. Add it to GROUP BY, or make one value of it: \`max(${bare})\`.`;
  const isCounted = spot
    .query()
    .some((place) => /^(count|sum|avg|min|max)$/i.test(spot.tokens[place]!.text));
  if (words.includes('having') && !isCounted)
    return 'HAVING judges groups, and nothing makes groups here. A condition on single rows stands in WHERE.';
  const isQualified = spot.text(1) === '.';
  const after = spot.word(isQualified ? 3 : 1);
  const shown = isQualified ? column : bare;
  const group = [',', 'from', 'as'].includes(after)
    ? `\`GROUP BY ${shown}\``
    : 'GROUP BY with the same calculation';
  return `A count or sum makes one row of all rows, and \`${bare}\` has many values. ${group} makes a row for each of them; or take \`${bare}\` out.`;
};

/** A function with OVER at a place where rows are still chosen: 42P20. */
export const explainWindow: Rule = ({ error: { message } }) => {
  if (/cannot be nested/.test(message))
    return 'A function with OVER cannot stand inside another. Make it a column in a step of WITH first.';
  const [, place] = /not allowed in (.+)$/.exec(message) ?? [];
  return (
    place &&
    `Functions with OVER are worked out after ${place}. Make it a column in a step of WITH, and use that column in the query after it.`
  );
};
