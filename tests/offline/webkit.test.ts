import { findWebKit } from '../../src/cli/find-browsers.ts';
import { startWebKit } from './browsers/webkit.ts';
import { openCopy } from './course.ts';
import { describeCourse } from './suite.ts';

describeCourse('WebKitGTK, over file://', startWebKit, openCopy, {
  reason: !findWebKit() && 'there is no WebKitWebDriver here',
  without: ['tabs', 'restart', 'console'],
});
