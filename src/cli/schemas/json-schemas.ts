import { z } from 'astro/zod';
import { activitySchema } from '../../lib/grading/kinds.ts';
import { chapterSchema } from '../../schemas/chapter.ts';
import { chartSchema } from '../../schemas/chart.ts';
import { companySchema } from '../../schemas/company.ts';
import { courseSchema } from '../../schemas/course.ts';
import { diagramSchema } from '../../schemas/diagram.ts';
import { structuredSchema } from '../../schemas/document.ts';
import { factsSchema } from '../../schemas/fact.ts';
import { objectiveSchema } from '../../schemas/objective.ts';
import { sourcesSchema } from '../../schemas/source.ts';
import { storySchema } from '../../schemas/story.ts';
import { termSchema } from '../../schemas/term.ts';
import { describe } from './describe.ts';

/** The schema of each kind of file, and which files of `content/` it is for. */
const schemas: Record<string, { files: string; schema: z.ZodType }> = {
  activity: { files: 'activities/**/*.yaml', schema: activitySchema },
  chapter: { files: 'chapters/**/*.yaml', schema: chapterSchema },
  chart: { files: 'company/charts/*.yaml', schema: chartSchema },
  company: { files: 'company/company.yaml', schema: companySchema },
  course: { files: 'course.yaml', schema: courseSchema },
  diagram: { files: 'diagrams/*.yaml', schema: diagramSchema },
  document: { files: 'company/documents/*.yaml', schema: structuredSchema },
  facts: { files: 'company/facts.yaml', schema: factsSchema },
  objective: { files: 'objectives/*.yaml', schema: objectiveSchema },
  sources: { files: 'sources.yaml', schema: sourcesSchema },
  story: { files: 'company/stories/*.yaml', schema: storySchema },
  term: { files: 'glossary/*.yaml', schema: termSchema },
};

/** For the editor's settings: which files each schema is for. */
export const mapping = Object.fromEntries(
  Object.entries(schemas).map(([name, { files }]) => [
    `./.vscode/schemas/${name}.schema.json`,
    `content/${files}`,
  ]),
);

/** The schemas of content as JSON Schema, by file, for editors that complete YAML. */
export function toJsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { schema }]) => [
      `.vscode/schemas/${name}.schema.json`,
      `${JSON.stringify(describe(z.toJSONSchema(schema, { io: 'input' })))}\n`,
    ]),
  );
}
