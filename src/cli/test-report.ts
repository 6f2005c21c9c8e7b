import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { projectRoot } from '../build/paths.ts';

/** The part of vitest's JSON report that is read here (https://vitest.dev/guide/reporters#json-reporter). */
interface VitestReport {
  numPassedTests: number;
  testResults: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly {
      fullName: string;
      status: string;
      failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** How many tests passed, and each that failed: its file, its name and the first line of its reason. */
export interface TestCount {
  readonly passed: number;
  readonly failed: readonly string[];
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';

/**
 * Reads what vitest wrote.
 * @param file the report; where there is none, the run itself broke: nothing passed, nothing is named
 */
export function readReport(file: string): TestCount {
  if (!existsSync(file)) return { passed: 0, failed: [] };
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const path = relative(projectRoot, name);
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${path}: ${test.fullName}\n  ${firstLine(test.failureMessages?.[0] ?? '')}`);
    // A file that cannot be loaded, or whose hook breaks, has a reason of its own.
    const whole = status === 'failed' && tests.length === 0;
    return whole ? [`${path}\n  ${firstLine(message)}`] : tests;
  });
  return { passed: report.numPassedTests, failed };
}
