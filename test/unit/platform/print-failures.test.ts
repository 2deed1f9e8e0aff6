import { expect, test } from 'vitest';
import { lostBrowser } from '../../../src/platform/print-failures.ts';

// What waits for a page of a browser that was killed may hear nothing and give up after half a minute.
const gaveUp = new Error('Timed out after waiting 30000ms');

test('a browser that is gone has ended, however its work was given up: a new one prints the page', () => {
  expect(lostBrowser(gaveUp, { connected: false })).toBe('ended');
});

test('one that is there and does not answer hangs, and one that complains is well', () => {
  expect(lostBrowser(gaveUp, { connected: true })).toBe('hangs');
  expect(lostBrowser(new Error('Printing failed'), { connected: true })).toBeUndefined();
});
