/** Tests of a stage, counted, with the names of those that failed. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

interface Suite {
  title: string;
  suites?: Suite[];
  specs: { title: string; ok: boolean }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: Suite[];
}

const readers = {
  vitest: (report: VitestReport): Count => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    failures: report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      if (failed.length > 0) return failed.map(({ fullName }) => fullName);
      return status === 'failed' ? [`${name}: ${message}`] : [];
    }),
  }),
  playwright: ({ stats, suites }: PlaywrightReport): Count => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: suites.flatMap((suite) => failuresIn(suite)),
  }),
};

const failuresIn = ({ title, suites = [], specs }: Suite): string[] =>
  [...specs.filter(({ ok }) => !ok).map((spec) => spec.title), ...suites.flatMap(failuresIn)].map(
    (failure) => `${title} › ${failure}`,
  );

/** Reads the report that a runner of tests has written. */
export function readReport(text: string, kind: keyof typeof readers): Count {
  return readers[kind](JSON.parse(text) as VitestReport & PlaywrightReport);
}
