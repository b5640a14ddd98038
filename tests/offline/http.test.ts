import { startChromium } from './browsers/chromium.ts';
import { openSite } from './course.ts';
import { describeCourse } from './suite.ts';

// What fails here fails by the check or the site, not by the copy in files.
describeCourse('Chromium, over HTTP', startChromium, openSite, { without: ['copy'] });
