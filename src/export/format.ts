import type { Analysis } from '../analysis/analyze.ts';
import type { CheckedNotebook } from '../document/check.ts';
import type { Confinement, Fonts, Painter } from '../effects.ts';
import type { Place } from '../explain/explanation.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import type { SourceRef } from '../model/source.ts';
import type { ExportTable } from './table.ts';

/** What files are made from. */
export interface ExportSources {
  readonly analysis: Analysis;
  readonly locale: Locale;
  readonly names: Names;
  /** Finds a source reference in the files of the workspace. */
  readonly locate: (ref: SourceRef) => Place;
  /** The notebooks of the workspace and of the product, checked. */
  readonly notebooks: readonly CheckedNotebook[];
  /** Where helpers of the workspace run. */
  readonly confinement: Confinement;
}

/** What exporting needs from outside, each started when it is first used. */
export interface ExportEffects {
  readonly fonts: () => Promise<Fonts>;
  readonly painter: Painter;
  /** The bytes of a table as Parquet: the same for the same table. */
  readonly parquet: (table: ExportTable) => Promise<Uint8Array>;
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
  /** What is made where nothing is asked for by name; everything when absent. */
  readonly usual?: readonly string[];
  /** @param chosen some of those names */
  readonly files: (
    sources: ExportSources,
    chosen: ReadonlySet<string>,
    effects: ExportEffects,
  ) => Promise<readonly ExportFile[]>;
}
