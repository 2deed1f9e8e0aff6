import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes of builds on broken disks, without memory or with wrong clocks: part of `npm run test:hostile`.
    exclude: ['test/hostile/whole/**', '**/node_modules/**'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    pool: 'threads',
    // The default leaves a core free, and of two that is half: much of the time goes into waiting for browsers and commands.
    maxWorkers: '100%',
    // Files of a thread share what they import, which is a good part of the time otherwise.
    isolate: false,
    globalSetup: ['test/shared-folder.ts'],
  },
});
