import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { type ClosableLog, createLog } from '../../../src/platform/log.ts';

const record = (
  options: { interactive: boolean; quiet?: boolean },
  use: (log: ClosableLog) => void,
): string => {
  const stream = Object.assign(new PassThrough(), { isTTY: options.interactive, columns: 80 });
  const log = createLog({ ...options, stream: stream as unknown as NodeJS.WriteStream });
  use(log);
  log.close();
  return String(stream.read() ?? '');
};

const work = (log: ClosableLog): void => {
  for (let done = 1; done <= 50; done += 1) log.progress(done, 50, `document-${done}`);
};

test('without a terminal progress is told in ten lines', () => {
  const lines = record({ interactive: false }, work).trimEnd().split('\n');
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe(' 5/50 document-5');
  expect(lines[9]).toBe('50/50 document-50');
});

test('a second round of work is told again', () => {
  const lines = record({ interactive: false }, log => {
    work(log);
    work(log);
  });
  expect(lines.trimEnd().split('\n')).toHaveLength(20);
});

test('quiet leaves warnings alone', () => {
  const text = record({ interactive: false, quiet: true }, log => {
    log.info('one');
    log.warn('two');
    work(log);
  });
  expect(text).toBe('warning: two\n');
});

test('on a terminal a bar is drawn, and cleared before a line is written', () => {
  const text = record({ interactive: true }, log => {
    log.progress(1, 3, 'first');
    log.info('a line');
    log.progress(3, 3, 'last');
  });
  expect(text).toContain('1/3 first');
  expect(text).toContain('a line\n');
});
