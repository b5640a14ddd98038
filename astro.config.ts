import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { courseRoot } from './src/load/course-root.ts';
import { courseIntegration } from './src/data/integration.ts';
import { installed } from './src/exports/installed/index.ts';
import { offlineCopies } from './src/exports/offline/index.ts';
import { policy } from './src/exports/site/policy.ts';
import { searchWords } from './src/exports/site/search-words.ts';
import { layered } from './src/styles/layers.ts';

const override = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, `./src/overrides/${name}.astro`]));
const leaveOut = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, './src/overrides/Nothing.astro']));

export default defineConfig({
  // Both are set when publishing; see "Publish" in README.md.
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  outDir: process.env.OUT_DIR ?? './dist',
  trailingSlash: 'always',
  // One request and no flash: on a slow phone the first text shows in half the time.
  build: { inlineStylesheets: 'always' },
  // The next page is made ready instead; see elements/next-page.ts.
  prefetch: false,
  markdown: {
    shikiConfig: {
      theme: 'css-variables',
      // The style sheet has the colors of a block, once for all.
      transformers: [{ pre: ({ properties }) => void delete properties.style }],
    },
  },
  devToolbar: { enabled: false },
  vite: {
    css: { postcss: { plugins: [layered] } },
    // All browsers that can run the labs know modules in workers, and only modules know their address.
    worker: {
      format: 'es',
      // As pages name them, or PostgreSQL would be there twice: for the page that loads it, and for
      // PGlite, which knows its address too.
      rolldownOptions: { output: { assetFileNames: '_astro/[name].[hash][extname]' } },
    },
    build: {
      rolldownOptions: {
        output: {
          // What loads modules later is needed by the search of every page and by the labs. Split
          // off for the labs' sake, it would be one request more on every page.
          codeSplitting: {
            groups: [
              {
                name: 'search',
                test: /preload-helper|dom\/once|site-search|SearchDialog\.astro\?/,
              },
            ],
          },
        },
      },
    },
  },
  integrations: [
    courseIntegration(),
    // Fragments are no pages, and answers are better met after their questions.
    sitemap({ filter: (page) => !/\/(cards|answers|schema)\/$/.test(page) }),
    starlight({
      title: 'From PM to Technical PM',
      customCss: ['./src/styles/index.css'],
      credits: false,
      expressiveCode: false,
      disable404Route: true,
      pagefind: true,
      markdown: { processedDirs: [join(courseRoot, 'content/')], headingLinks: false },
      routeMiddleware: './src/route-data.ts',
      components: {
        ...override('ContentPanel', 'Footer', 'Head', 'Header', 'MarkdownContent', 'PageSidebar'),
        ...override('PageTitle', 'Sidebar', 'ThemeProvider', 'TwoColumnContent'),
        ...leaveOut('Banner', 'DraftContentNotice', 'FallbackContentNotice', 'Hero'),
      },
    }),
    policy(),
    searchWords(),
    // After Pagefind, which comes with Starlight: the search goes with them.
    offlineCopies(),
    installed({ isOff: process.env.INSTALLED === 'off' }),
  ],
});
