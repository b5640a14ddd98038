import type { Check } from '../visit.ts';
import { exercises } from './exercises.ts';
import { judgment } from './judgment.ts';
import { labs } from './labs.ts';
import { navigation } from './navigation.ts';
import { progress } from './progress.ts';
import { reading } from './reading.ts';
import { search } from './search.ts';

/** Everything that must work wherever the course is opened. */
export const checks: Check[] = [
  ...reading,
  ...navigation,
  ...search,
  ...labs,
  ...exercises,
  ...judgment,
  ...progress,
];
