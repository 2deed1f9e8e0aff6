import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endBrowser } from '../../../src/platform/browser-end.ts';

const program = () => spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });

test('a browser that does not answer is killed after the deadline', async () => {
  const child = program();
  const ended = once(child, 'exit');
  await endBrowser({ close: () => new Promise(() => {}), process: () => child }, 50);
  expect(await ended).toEqual([null, 'SIGKILL']);
});

test('a browser whose connection broke is killed at once', async () => {
  const child = program();
  const ended = once(child, 'exit');
  const close = () => Promise.reject(new Error('Connection closed'));
  await endBrowser({ close, process: () => child }, 60_000);
  expect(await ended).toEqual([null, 'SIGKILL']);
});

test('a browser that ends by itself is left in peace', async () => {
  const child = program();
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  await endBrowser({ close, process: () => child });
  expect(await ended).toEqual([null, 'SIGTERM']);
  await endBrowser({ close: () => Promise.reject(new Error('gone')), process: () => child });
});
