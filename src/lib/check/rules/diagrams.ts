import type { Content } from '../../content/content.ts';
import { listIds } from '../../text/words.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';
import type { SequenceDiagram } from '../../../schemas/diagram.ts';
import { findCycle } from './cycle.ts';

/** A diagram's edges, steps and boundaries name parts that it has; no boundary stands in itself. */
export function checkDiagrams({ diagrams }: Content): Finding[] {
  return diagrams.flatMap(({ file, data, lineOf }) => {
    if (data.form === 'sequence') return checkSequence({ file, data, lineOf });
    const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
    const expect = (known: string[], id: string | undefined, ...path: (string | number)[]) =>
      id === undefined || known.includes(id)
        ? []
        : [
            {
              file,
              line: lineOf(...path),
              problem: `The diagram has no "${id}".`,
              remedy:
                known.length > 0
                  ? `Use one of ${listIds(known)}.`
                  : `Remove the ${path.at(-1)}, or add what it names.`,
            },
          ];
    const nodes = idsOf(data.nodes);
    const boundaries = idsOf(data.boundaries);
    const edges = idsOf(data.edges);
    const parentsOf = (id: string) =>
      data.boundaries.flatMap((b) => (b.id === id && b.parent !== undefined ? b.parent : []));
    return [
      ...data.boundaries.flatMap(({ id, parent }, i) => {
        const cycle = parent && findCycle(id, parent, parentsOf);
        if (!cycle) return [];
        const problem = `The boundary stands in itself: ${cycle.join(' → ')}.`;
        const line = lineOf('boundaries', i, 'parent');
        return [{ file, line, problem, remedy: 'Remove one of these parents.' }];
      }),
      ...data.nodes.flatMap((node, i) => expect(boundaries, node.parent, 'nodes', i, 'parent')),
      ...data.boundaries.flatMap((b, i) => expect(boundaries, b.parent, 'boundaries', i, 'parent')),
      ...data.edges.flatMap((edge, i) => [
        ...expect(nodes, edge.from, 'edges', i, 'from'),
        ...expect(nodes, edge.to, 'edges', i, 'to'),
      ]),
      ...data.steps.flatMap((step, i) => expect(edges, step.edge, 'steps', i, 'edge')),
    ];
  });
}

/** Messages go between participants; only `self` stays with one. */
function checkSequence({
  file,
  data,
  lineOf,
}: Pick<Entry<SequenceDiagram>, 'file' | 'data' | 'lineOf'>): Finding[] {
  const ids = data.participants.map(({ id }) => id);
  return data.messages.flatMap((message, index) => {
    const strangers = (['from', 'to'] as const).filter((end) => !ids.includes(message[end]));
    const findings = strangers.map((end) => ({
      file,
      line: lineOf('messages', index, end),
      problem: `The diagram has no "${message[end]}".`,
      remedy: `Use one of ${listIds(ids)}.`,
    }));
    if (findings.length > 0 || (message.kind === 'self') === (message.from === message.to)) {
      return findings;
    }
    const problem =
      message.kind === 'self'
        ? 'A "self" message goes to somebody else.'
        : 'A message goes from a participant to itself.';
    const remedy = 'Work inside one participant has the kind "self", every other message does not.';
    return [{ file, line: lineOf('messages', index, 'kind'), problem, remedy }];
  });
}
