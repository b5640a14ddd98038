import type { APIRoute } from 'astro';
import { course } from '../data/course.ts';
import { href } from '../data/href.ts';

const icon = (name: string, size: number, purpose = 'any') => ({
  src: href(`icons/${name}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** What a system needs to know to offer the course among its apps. */
export const GET: APIRoute = () => {
  const { shortTitle, description } = course;
  return new Response(
    JSON.stringify({
      id: href(''),
      start_url: href(''),
      scope: href(''),
      name: shortTitle,
      short_name: 'Technical PM',
      description,
      lang: 'en',
      display: 'standalone',
      theme_color: '#fbf9f3',
      background_color: '#fbf9f3',
      icons: [icon('192', 192), icon('512', 512), icon('maskable', 512, 'maskable')],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
};
