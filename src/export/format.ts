import type { Analysis } from '../analysis/analyze.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';

/** What files are made from. */
export interface ExportSources {
  readonly analysis: Analysis;
  readonly locale: Locale;
  readonly names: Names;
}

export interface ExportFile {
  /** Below the folder of the period. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** One way to take results out. */
export interface ExportFormat {
  /** What can be asked for by name, in order. */
  readonly names: (sources: ExportSources) => readonly string[];
  /** @param chosen some of those names */
  readonly files: (sources: ExportSources, chosen: ReadonlySet<string>) => Promise<readonly ExportFile[]>;
}
