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
    assertionResults: readonly TestResult[];
  }[];
}

interface TestResult {
  fullName: string;
  status: string;
  /** Of every try that failed, also where a later one passed. */
  failureMessages?: readonly string[] | null;
}

/** How many tests passed. Of each test that is told: its file, its name and the first line of what went wrong. */
export interface TestCount {
  readonly passed: number;
  readonly failed: readonly string[];
  /** What passed, but not at the first try. */
  readonly retried: readonly string[];
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';

/**
 * Reads what vitest wrote.
 * @param file the report; where there is none, the run itself broke: nothing passed, nothing is named
 */
export function readReport(file: string): TestCount {
  if (!existsSync(file)) return { passed: 0, failed: [], retried: [] };
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const told = (name: string, { fullName, failureMessages }: TestResult): string =>
    `${relative(projectRoot, name)}: ${fullName}\n  ${firstLine(failureMessages?.[0] ?? '')}`;
  const retried = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages = [] }) => status === 'passed' && (failureMessages ?? []).length > 0)
      .map((test) => told(name, test)),
  );
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => told(name, test));
    // A file that cannot be loaded, or whose hook breaks, has a reason of its own.
    const whole = status === 'failed' && tests.length === 0;
    return whole ? [`${relative(projectRoot, name)}\n  ${firstLine(message)}`] : tests;
  });
  return { passed: report.numPassedTests, failed, retried };
}
