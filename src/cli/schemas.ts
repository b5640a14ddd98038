/**
 * `npm run schemas`: writes the schemas of content as JSON Schema, from which editors complete YAML.
 * `.vscode/settings.json` says which files each is for.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { toJsonSchemas } from './schemas/json-schemas.ts';

mkdirSync('.vscode/schemas', { recursive: true });
for (const [path, text] of Object.entries(toJsonSchemas())) writeFileSync(path, text);
