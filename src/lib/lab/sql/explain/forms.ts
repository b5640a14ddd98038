/** Functions of other databases and of spreadsheets, and what PostgreSQL has for them. */
const forms: [names: string, form: string][] = [
  ['ifnull nvl zn', '`coalesce(value, 0)`, the first value that is not NULL'],
  [
    'isnull',
    '`value IS NULL` for a condition, and `coalesce(value, 0)` for another value in its place',
  ],
  ['nullifzero', '`nullif(value, 0)`'],
  ['iif if decode nvl2', '`case when … then … else … end`'],
  ['countif countifs count_if', '`count(*) filter (where …)`'],
  ['sumif sumifs sum_if', '`sum(value) filter (where …)`'],
  ['averageif averageifs avg_if', '`avg(value) filter (where …)`'],
  ['countd count_distinct approx_count_distinct uniq nunique', '`count(distinct value)`'],
  ['len strlen lengthb', '`length(text)`'],
  ['getdate sysdate systimestamp getutcdate current_datetime', '`now()`'],
  ['today curdate', '`current_date`'],
  [
    'datediff date_diff timestampdiff timestamp_diff datetime_diff',
    '`later - earlier`, an interval, or `later::date - earlier::date`, whole days',
  ],
  [
    'dateadd date_add adddate timestampadd timestamp_add datetime_add',
    "`moment + interval '7 days'`",
  ],
  ['date_sub subdate timestamp_sub datetime_sub', "`moment - interval '7 days'`"],
  [
    'year quarter month week day hour minute second',
    "`extract({name} from moment)`, or `date_trunc('{name}', moment)` for its beginning",
  ],
  ['dayofweek weekday', '`extract(isodow from moment)`, 1 for Monday'],
  ['dayofyear', '`extract(doy from moment)`'],
  ['datepart', '`extract(month from moment)`'],
  ['eomonth last_day', "`date_trunc('month', moment) + interval '1 month - 1 day'`"],
  [
    'date_format strftime format_date format_timestamp datename monthname dayname time_format',
    "`to_char(moment, 'YYYY-MM')`",
  ],
  ['timestamp_trunc datetime_trunc datetrunc', "`date_trunc('month', moment)`"],
  ['str_to_date parse_date parse_timestamp strptime', "`to_date(text, 'YYYY-MM-DD')`"],
  ['unix_timestamp to_unixtime', '`extract(epoch from moment)`'],
  ['from_unixtime', '`to_timestamp(seconds)`'],
  ['group_concat listagg string_join', "`string_agg(text, ', ')`"],
  ['instr charindex locate find search', '`strpos(text, part)`'],
  ['contains', "`text like '%part%'`"],
  ['startswith', "`text like 'part%'`"],
  ['endswith', "`text like '%part'`"],
  ['mid', '`substr(text, 1, 3)`'],
  ['substring_index', "`split_part(text, ',', 1)`"],
  ['ucase', '`upper(text)`'],
  ['lcase', '`lower(text)`'],
  ['proper', '`initcap(text)`'],
  ['concatenate', '`concat(a, b)` or `a || b`'],
  ['regexp_contains rlike', "`text ~ 'pattern'`"],
  ['regexp_extract', "`substring(text from 'pattern')`"],
  [
    'median approx_quantiles percentile quantile',
    '`percentile_cont(0.5) within group (order by value)`',
  ],
  ['mean average', '`avg(value)`'],
  ['stdev std', '`stddev(value)`'],
  ['rand randbetween', '`random()`'],
  ['safe_divide div0', '`a / nullif(b, 0)`'],
  [
    'convert try_cast safe_cast try_convert to_int int str tostring to_varchar',
    '`cast(value as integer)`, or `value::integer`',
  ],
  ['json_extract json_unquote get_json_object', "`value ->> 'key'`"],
  ['row_num rownumber', '`row_number() over (order by created_at)`'],
];

const byName = new Map(
  forms.flatMap(([names, form]) => names.split(' ').map((name) => [name, form] as const)),
);

/** What PostgreSQL has for a function of another database. */
export function toForm(name: string): string | undefined {
  const form = byName.get(name.toLowerCase());
  const plain = form?.replaceAll('{name}', name.toLowerCase());
  return plain && `\`${name}\` comes from other programs. PostgreSQL has ${plain}.`;
}

/** Words of other databases that are no functions. */
const words: Record<string, string> = {
  rownum:
    'PostgreSQL has no `rownum`. `LIMIT 5` at the end keeps five rows, `row_number() over (order by …)` numbers them.',
  sysdate: 'PostgreSQL has no `sysdate`. The moment is `now()`, the day `current_date`.',
  today: 'The day is `current_date` in PostgreSQL, the moment `now()`.',
  none: 'A missing value is NULL in SQL: `IS NULL`.',
  nan: 'A missing value is NULL in SQL: `IS NULL`.',
  nil: 'A missing value is NULL in SQL: `IS NULL`.',
  undefined: 'A missing value is NULL in SQL: `IS NULL`.',
  yes: 'The two truth values are `true` and `false`.',
  no: 'The two truth values are `true` and `false`.',
};

export const toWord = (word: string): string | undefined => words[word.toLowerCase()];

/** Types of other databases. */
const otherTypes: Record<string, string> = {
  string: 'text',
  str: 'text',
  nvarchar: 'text',
  varchar2: 'text',
  char2: 'text',
  number: 'numeric',
  int64: 'bigint',
  float64: 'double precision',
  double: 'double precision',
  long: 'bigint',
  tinyint: 'smallint',
  unsigned: 'integer',
  signed: 'integer',
  datetime: 'timestamp',
  bit: 'boolean',
};

export const toType = (type: string): string | undefined => otherTypes[type.toLowerCase()];
