import { posix } from 'node:path';
import { toRelative } from '../site/addresses.ts';
import { own } from './page.ts';

/**
 * Pages for the folders that hold none: whoever looks around in a copy and opens the wrong file is
 * shown the way.
 *
 * @param paths - paths of all files of the copy.
 * @returns the pages, by path.
 */
export function toStartPages(title: string, paths: readonly string[]): Map<string, string> {
  const folders = new Set(paths.flatMap((path) => ancestors(path)));
  const missing = [...folders]
    .map((folder) => `${folder}/index.html`)
    .filter((path) => !paths.includes(path));
  return new Map(missing.sort().map((path) => [path, toStartPage(title, path)]));
}

function ancestors(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...ancestors(folder)];
}

function toStartPage(title: string, path: string): string {
  const toLink = toRelative(path);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>The course starts one door further</title>
<link rel="stylesheet" href="${toLink(`${own}copy.css`)}"/>
</head>
<body class="start-page">
<main>
<h1>The course starts one door further</h1>
<p>This folder holds parts of “${title}”. Its first page is <a href="${toLink('index.html')}">index.html</a>, at the top.</p>
</main>
</body>
</html>
`;
}

/** The text beside the first page, for people who look before they click. */
export function toReadme(title: string): string {
  return `${title}

Open index.html with a double-click. Everything works without a network:
search, exercises, SQL and Python.

Keep the folder together: pages find each other by their place in it.
Your progress is kept by the browser. Save it as a file from the page
"Progress" before you move the folder or change the browser, and restore
it there.

Text and figures: CC BY 4.0. Code: MIT.
`.replaceAll('\n', '\r\n');
}
