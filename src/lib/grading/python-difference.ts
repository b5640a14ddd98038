import { nearest } from '../lab/nearest.ts';
import { explainPython } from '../lab/python/messages.ts';
import { toldBy } from '../lab/python/observation.ts';
import type { Observation, Plain, PythonError } from '../lab/python/observation.ts';
import { isSameEvaluated } from './python-compare.ts';
import { explainValue } from './python-values.ts';

/** Says which expression differs first and what it is; and, where it has a value, what that means. */
export function describeValues(
  yours: Observation,
  wanted: Observation,
  task: {
    checks: readonly { expression: string; means: string }[];
    decimals?: number | undefined;
  },
): { what: string; why?: string } {
  const place = yours.values.findIndex(
    (finding, index) => !isSameEvaluated(finding, wanted.values[index]!, task),
  );
  const { expression, means } = task.checks[place]!;
  const subject = `\`${expression}\` should be ${means}`;
  const finding = yours.values[place]!;
  if ('missing' in finding) {
    const near = nearest(finding.missing, finding.names);
    const what = `${subject}, but when your script ends, nothing has the name \`${finding.missing}\`.${near ? ` There is \`${near}\`.` : ''} Names must be spelled as the question spells them, capitals included.`;
    return { what };
  }
  if ('failed' in finding) {
    return { what: `${subject}, ${describeFailure(finding.failed, expression)}` };
  }
  const expected = wanted.values[place]!;
  if (!('value' in expected)) throw new Error(`The solution has no \`${expression}\`.`);
  return {
    what: `${subject}. Yours is \`${show(finding.value)}\`, the solution’s \`${show(expected.value)}\`.`,
    why: explainValue(finding.value, expected.value, task.decimals),
  };
}

/** What stopped when an expression was asked for, which may be a function of the script. */
function describeFailure(error: PythonError, expression: string): string {
  if (expression.startsWith('chart.drawn') && error.type === 'IndexError') {
    return 'but the script draws nothing: `chart.bars()` and `chart.line()` do.';
  }
  const step = error.lines.at(-1);
  const where = step
    ? `but your script stops in line ${step.line}, \`${step.text.trim()}\``
    : 'but asking for it fails';
  return `${where}. ${explainPython(error)}`;
}

const longest = 120;

/** A value as Python writes it. */
function toPython(value: Plain): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(toPython).join(', ')}]`;
  if (typeof value === 'number') return String(value);
  const told = toldBy(value);
  if (told !== undefined) return told;
  const entries = Object.entries(value).map(([key, item]) => `'${key}': ${toPython(item)}`);
  return `{${entries.join(', ')}}`;
}

function show(value: Plain): string {
  const text = toPython(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
