import type { APIRoute } from 'astro';
import { getCourse } from '../data/course.ts';
import { toSearchIndex } from '../lib/search/search-index.ts';

export const GET: APIRoute = () => Response.json(toSearchIndex(getCourse()));
