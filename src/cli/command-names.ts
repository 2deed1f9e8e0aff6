/** Every command, in the order of a day's work. */
export const commandNames = [
  'init',
  'new',
  'check',
  'build',
  'preview',
  'analyze',
  'explain',
  'diff',
  'import',
  'export',
  'schema',
  'doctor',
] as const;

export type CommandName = (typeof commandNames)[number];
