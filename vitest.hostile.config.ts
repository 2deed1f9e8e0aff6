import { mergeConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import ordinary from './vitest.config.ts';

/** Files that take minutes, the longest first: begun last, one of them would run on when all others have ended. */
const long = [
  'killed-imports',
  'markup-pages',
  'killed-builds',
  'sound-notebooks',
  'disk-faults',
  'killed-previews',
  'exports',
  'workspace-texts',
  'workspace-values',
  'fuzz/notebooks',
  'redaction',
  'little-memory',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = long.findIndex(name => moduleId.includes(name));
      return found === -1 ? long.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
  },
});
hostile.test.include = ['test/hostile/**/*.test.ts'];
hostile.test.exclude = ['**/node_modules/**'];

export default hostile;
