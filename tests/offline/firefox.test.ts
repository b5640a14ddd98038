import { findFirefox } from '../../src/cli/find-browsers.ts';
import { startFirefox } from './browsers/firefox.ts';
import { openCopy } from './course.ts';
import { describeCourse } from './suite.ts';

describeCourse('Firefox, over file://', startFirefox, openCopy, {
  reason: !findFirefox() && 'there is no Firefox here',
});
