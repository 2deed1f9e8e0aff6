import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import picocolors from 'picocolors';
import { fittedText } from './fitted-text.ts';
import { printable, printableJson } from './printable.ts';

export type Colours = ReturnType<typeof picocolors.createColors>;

/**
 * Colours for one stream: on a terminal only. NO_COLOR switches them off, FORCE_COLOR on (no-color.org, force-color.org).
 */
export const coloursFor = (stream: NodeJS.WriteStream): Colours =>
  picocolors.createColors(wantsColours(stream));

const wantsColours = (stream: NodeJS.WriteStream): boolean => {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && TERM !== 'dumb';
};

/** A person watches: progress may redraw its line. */
export const isInteractive = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY === true && !isCI() && process.env.TERM !== 'dumb';

const isCI = (): boolean => {
  const { CI } = process.env;
  return CI !== undefined && CI !== '' && CI !== 'false';
};

/** Characters a line, within what is comfortable to read. */
export const widthOf = (stream: NodeJS.WriteStream): number =>
  Math.min(120, Math.max(60, stream.columns ?? 100));

export const print = (text: string): void => printTo(process.stdout, text);

export const printError = (text: string): void => printTo(process.stderr, text);

/** Sentences, broken where the terminal ends; a pipe gets them as they are. */
export const printSentences = (text: string, hang?: number): void =>
  print(fittedTo(process.stdout, text, hang));

export const printErrorSentences = (text: string): void => printError(fittedTo(process.stderr, text));

const fittedTo = (stream: NodeJS.WriteStream, text: string, hang?: number): string =>
  stream.isTTY === true && stream.columns > 0 ? fittedText(text, stream.columns, hang) : text;

/** Everything that a command says goes this way, so that no data reach the terminal as they are. */
const printTo = (stream: NodeJS.WriteStream, text: string): void => {
  stream.write(printable(text.endsWith('\n') ? text : `${text}\n`));
};

/** Writes a long text as fast as the reader takes it. */
export const printPieces = async (pieces: Iterable<string>): Promise<void> =>
  pipeline(Readable.from(pieces), process.stdout, { end: false });

/** JSON for other programs: indented, keys in the order in which they were set. */
export const printJson = (value: unknown): void => print(printableJson(value));
