import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapping, toJsonSchemas } from '../../src/cli/schemas/json-schemas.ts';

const schemas = toJsonSchemas();

describe('schemas for editors', () => {
  it.each(Object.entries(schemas))('%s is what `npm run schemas` writes', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('are all that there are', () => {
    expect(globSync('.vscode/schemas/*').sort()).toEqual(Object.keys(schemas).sort());
  });

  it('are mapped to files that there are', () => {
    const settings: unknown = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'));
    expect(settings).toMatchObject({ 'yaml.schemas': mapping });
    for (const files of Object.values(mapping)) expect(globSync(files)).not.toEqual([]);
  });

  it('describe fields in the words of their comments', () => {
    const term = JSON.parse(schemas['.vscode/schemas/term.schema.json']!) as {
      properties: Record<string, { description?: string }>;
    };
    expect(term.properties.ask!.description).toBe('A question to ask an engineer.');
    const activity = JSON.parse(schemas['.vscode/schemas/activity.schema.json']!) as {
      oneOf: { properties: Record<string, { const?: string; description?: string }> }[];
    };
    const entriesOf = (kind: string) =>
      activity.oneOf.find(({ properties }) => properties.type!.const === kind)!.properties.entries;
    expect(entriesOf('order')!.description).toContain('In the right order');
    expect(entriesOf('match')!.description).toBeUndefined();
  });
});
