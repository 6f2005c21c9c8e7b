import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Limits for whatever runs the tests, `npm test` or `npx vitest run` of one file. They end what hangs and measure
 * nothing: on a machine that does much else a browser may take minutes to start, and no test fails for that. What takes
 * 55 seconds on a quiet machine of two cores took 430 at a load of 25.
 */
const hanging = 900_000;

/** Files that run for a minute and more. Begun last, one of them would keep a core waiting for the other. */
const longest = ['axe', 'budgets', 'whole-site', 'compounds', 'reading', 'search-quality', 'hostile'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return rank < 0 ? longest.length : rank;
    };
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    testTimeout: hanging,
    hookTimeout: hanging,
    teardownTimeout: hanging,
    // How long a test that waits for something to appear asks again, where nothing but its absence can fail it.
    expect: {
      poll: { timeout: 60_000 },
      // A loop over a list that turned out to be empty has not tested anything.
      requireAssertions: true,
    },
  },
});
