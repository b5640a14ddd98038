import { startChromium } from './browsers/chromium.ts';
import { reading } from './checks/reading.ts';
import { openSite } from './course.ts';
import { describeCourse } from './suite.ts';

// What fails here fails by the check or the site, not by the copy in files. A few checks tell that;
// tests/nightly has all of them.
describeCourse('Chromium, over HTTP', startChromium, openSite, { checks: reading });
