/** What the shell and CI learn from a run. */
export const exitCode = {
  fine: 0,
  /** Something is wrong with the data, the notebooks or the command line; or a check found something. */
  findings: 1,
  /** A bug of ours. */
  bug: 2,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
