import { mergeConfig } from 'vitest/config';
import ordinary from './vitest.config.ts';

/**
 * `npm run test:hostile`: the tests of test/hostile at their full size, within an hour on two cores. `npm test` runs the
 * same files with a slice of their inputs, but for those in test/hostile/whole.
 */
const hostile = mergeConfig(ordinary, {
  test: {
    testTimeout: 2_400_000,
    hookTimeout: 600_000,
    // What a million inputs leave behind in one file is no burden for the next.
    pool: 'forks',
    isolate: true,
    globalSetup: ['test/hostile/figures.ts'],
  },
});
hostile.test.include = ['test/hostile/**/*.test.ts'];
hostile.test.exclude = ['**/node_modules/**'];

export default hostile;
