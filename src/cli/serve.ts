/** `npm run preview`: serves the built site and says where. Ctrl+C ends it. */
import { existsSync } from 'node:fs';
import { serve } from './server.ts';

const folder = process.env.OUT_DIR ?? './dist';
const base = process.env.BASE_PATH ?? '/';
const port = Number(process.env.PORT ?? 4321);

if (!existsSync(folder)) {
  console.error(`There is nothing in ${folder} yet: run \`npm run build\` first.`);
  process.exit(1);
}
const { url } = await serve({ folder, base }, port);
console.log(`\nThe course is at ${url}\nCtrl+C stops it.`);
