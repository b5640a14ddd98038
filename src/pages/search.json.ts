import type { APIRoute } from 'astro';
import { course } from '../data/course.ts';
import { toSearchIndex } from '../lib/search/search-index.ts';

export const GET: APIRoute = () => Response.json(toSearchIndex(course));
