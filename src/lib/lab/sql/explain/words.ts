/** Keywords that never name anything unless they stand in double quotes, and that learners write. */
const keywords =
  'all and any as asc between by case cast create cross current_date delete desc distinct drop else end except exists explain false fetch filter following for from full group having ilike in inner insert intersect interval into is join lateral left like limit natural not null offset on or order outer over partition preceding returning right select set similar table then true union update using values when where window with within'.split(
    ' ',
  );

/** Functions of PostgreSQL that somebody may have meant; a test asks PostgreSQL whether it has them. */
export const functions =
  'abs age any_value array_agg array_length avg bool_and bool_or ceil coalesce concat concat_ws count date_bin date_part date_trunc dense_rank exp extract first_value floor format generate_series greatest initcap json_agg jsonb_agg lag last_value lead least left length ln log lower lpad ltrim make_date make_interval max min mod mode now nth_value ntile nullif percent_rank percentile_cont percentile_disc position power random rank regexp_count regexp_match regexp_matches regexp_replace repeat replace reverse right round row_number rpad rtrim sign split_part sqrt starts_with stddev string_agg string_to_array strpos substr substring sum to_char to_date to_number to_timestamp translate trim trunc unnest upper variance'.split(
    ' ',
  );

export const types =
  'bigint boolean date double integer interval json jsonb numeric real smallint text time timestamp timestamptz uuid varchar'.split(
    ' ',
  );

export const isKeyword = (word: string): boolean => keywords.includes(word.toLowerCase());

export const allKeywords: readonly string[] = keywords;
