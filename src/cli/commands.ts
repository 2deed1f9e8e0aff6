import type { Command } from 'commander';
import type { CommandName } from './command-names.ts';

/** A command as the list of commands shows it; its module is loaded when it is used, not before. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command, in the order of a day's work. A new command is one file, its name, and one entry here. */
export const commands: readonly (CommandEntry & { readonly name: CommandName })[] = [
  {
    name: 'init',
    summary: 'Begin a workspace: a few YAML files that build at once',
    load: async () => (await import('./init.ts')).createInitCommand(),
  },
  {
    name: 'new',
    summary: 'Write a new account or report to go on with',
    load: async () => (await import('./new.ts')).createNewCommand(),
  },
  {
    name: 'check',
    summary: 'Check data and notebooks; list every problem with its place',
    load: async () => (await import('./check.ts')).createCheckCommand(),
  },
  {
    name: 'build',
    summary: 'Write the documents that changed, as HTML and PDF',
    load: async () => (await import('./build.ts')).createBuildCommand(),
  },
  {
    name: 'preview',
    summary: 'Show the documents in the browser, and every edit at once',
    load: async () => (await import('./preview.ts')).createPreviewCommand(),
  },
  {
    name: 'analyze',
    summary: 'Print every figure, series and finding',
    load: async () => (await import('./analyze.ts')).createAnalyzeCommand(),
  },
  {
    name: 'explain',
    summary: 'Show where a figure comes from, down to file and line',
    load: async () => (await import('./explain.ts')).createExplainCommand(),
  },
  {
    name: 'diff',
    summary: 'Show what moved between two quarters, and why',
    load: async () => (await import('./diff.ts')).createDiffCommand(),
  },
  {
    name: 'import',
    summary: 'Turn tables of orders or customers into a workspace',
    load: async () => (await import('./import.ts')).createImportCommand(),
  },
  {
    name: 'export',
    summary: 'Take tables, charts and summaries out, for other programs',
    load: async () => (await import('./export.ts')).createExportCommand(),
  },
  {
    name: 'schema',
    summary: 'Write JSON Schemas, so that editors complete and validate',
    load: async () => (await import('./schema.ts')).createSchemaCommand(),
  },
  {
    name: 'doctor',
    summary: 'Check Node, browser, libraries and fonts; say how to mend them',
    load: async () => (await import('./doctor.ts')).createDoctorCommand(),
  },
];
