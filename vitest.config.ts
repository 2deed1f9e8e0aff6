import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    pool: 'threads',
    // Files of a thread share what they import, which is a good part of the time otherwise.
    isolate: false,
    globalSetup: 'test/shared-folder.ts',
  },
});
