import { Presets, SingleBar } from 'cli-progress';
import type { Log } from '../effects.ts';

export interface LogOptions {
  /** Where lines go; standard error in the product, so that standard output holds results alone. */
  readonly stream: NodeJS.WriteStream;
  /** A terminal that somebody watches: a progress bar may redraw its line. */
  readonly interactive: boolean;
  /** Only warnings. */
  readonly quiet?: boolean;
}

/** A log that must be told when the work is over, so that no bar is left standing. */
export interface ClosableLog extends Log {
  close(): void;
}

export const createLog = (options: LogOptions): ClosableLog =>
  options.interactive && options.quiet !== true ? barLog(options.stream) : plainLog(options);

/** Lines only: for CI, where a bar would fill the record. Progress is told at every tenth of the work. */
const plainLog = ({ stream, quiet = false }: LogOptions): ClosableLog => {
  let tenth = 0;
  const line = (text: string): void => {
    stream.write(`${text}\n`);
  };
  return {
    info: message => {
      if (!quiet) line(message);
    },
    warn: message => line(`warning: ${message}`),
    progress(done, total, label) {
      const reached = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (reached < tenth) tenth = 0;
      if (quiet || reached === tenth) return;
      tenth = reached;
      line(`${String(done).padStart(String(total).length)}/${total} ${label}`);
    },
    close() {},
  };
};

const barLog = (stream: NodeJS.WriteStream): ClosableLog => {
  let bar: SingleBar | undefined;
  const close = (): void => {
    bar?.stop();
    bar = undefined;
  };
  const line = (text: string): void => {
    close();
    stream.write(`${text}\n`);
  };
  const start = (total: number): SingleBar => {
    const format = '{bar} {value}/{total} {label}';
    const created = new SingleBar(
      { stream, format, barsize: 24, clearOnComplete: true, hideCursor: true },
      Presets.rect,
    );
    created.start(total, 0, { label: '' });
    return created;
  };
  return {
    info: line,
    warn: message => line(`warning: ${message}`),
    progress(done, total, label) {
      bar ??= start(total);
      bar.setTotal(total);
      bar.update(done, { label });
      if (done >= total) close();
    },
    close,
  };
};
