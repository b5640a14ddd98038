import { startChromium } from './browsers/chromium.ts';
import { openCopy } from './course.ts';
import { describeCourse } from './suite.ts';

describeCourse('Chromium, over file://', startChromium, openCopy);
