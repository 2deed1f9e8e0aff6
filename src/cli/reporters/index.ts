import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';

/** Every form in which `check` can tell what it found. A new one is one file and one entry here. */
export const reporters = { pretty, json, github, gitlab, sarif, junit } as const satisfies Readonly<
  Record<string, Reporter>
>;
export type ReporterName = keyof typeof reporters;
export const reporterNames = Object.keys(reporters) as readonly ReporterName[];
