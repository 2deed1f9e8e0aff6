import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withDeadline } from '../../../src/platform/deadline.ts';

const never = new AbortController().signal;

test('what was made in time is not ended when the time is over', async () => {
  const signal = await withDeadline(20, never, async given => given);
  await after(60);
  expect(signal.aborted).toBe(false);
});

test('work that takes too long is told so', async () => {
  const ended = withDeadline(20, never, signal => after(5_000, undefined, { signal }));
  await expect(ended).rejects.toThrow('aborted');
});

test('whoever asked for it can end it sooner', async () => {
  const asking = new AbortController();
  const ended = withDeadline(5_000, asking.signal, signal => after(5_000, undefined, { signal }));
  asking.abort();
  await expect(ended).rejects.toThrow('aborted');
});
