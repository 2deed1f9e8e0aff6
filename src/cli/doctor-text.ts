import type { Colours } from './terminal.ts';

/** What one check of the doctor found. */
export interface Checkup {
  readonly subject: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly found: string;
  /** What to do about it; present unless all is well. */
  readonly mend?: string;
}

/** Where what was found begins. */
export const textColumn = 20;

/** One line, and another one with the cure where there is one. */
export const checkupText = ({ state, subject, found, mend }: Checkup, colours: Colours): string => {
  const paint = { ok: colours.green, warn: colours.yellow, fail: colours.red }[state];
  const line = `${paint(state.padEnd(4))}  ${subject.padEnd(12)}  ${found}`;
  return mend === undefined ? line : `${line}\n${' '.repeat(textColumn)}${colours.cyan('→')} ${mend}`;
};
