/** Series with numbers or words of which a reader cannot ask yet where they come from: to be none. */
export const unexplained: readonly string[] = [
  'programme.decisions.earlier',
  'programme.decisions.sought',
];
