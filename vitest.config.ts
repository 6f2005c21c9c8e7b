import { defineConfig } from 'vitest/config';

/**
 * Limits for whatever runs the tests, `npm test` or `npx vitest run` of one file. They end what hangs and measure
 * nothing: on a machine that does much else a browser may take minutes to start, and no test fails for that. What takes
 * 55 seconds on a quiet machine of two cores took 430 at a load of 25.
 */
const hanging = 900_000;

export default defineConfig({
  test: {
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
