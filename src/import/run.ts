import type { Files } from '../effects.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { schemaFiles } from '../workspace/json-schema.ts';
import { loadWorkspace } from '../workspace/load.ts';
import { wouldOverwrite } from './diagnostics.ts';
import { type Count, rejectOf } from './ledger.ts';
import { type Imported, mapTables, type SectionTable } from './map.ts';
import { type ImportReport, reasonCounts, reportFile, reportText } from './report.ts';
import { sectionsOf } from './sections.ts';
import type { Database, UnreadableLine } from './table.ts';
import { filesOf, type WorkspaceFile } from './write.ts';

export interface ImportRequest {
  /** Path of the SQL file, for messages. */
  readonly sqlFile: string;
  readonly sql: string;
  readonly database: Database;
  /** The tree of the workspace. */
  readonly files: Files;
  /** Whether files that exist and differ are replaced. */
  readonly force: boolean;
}

export interface ImportResult {
  readonly report: ImportReport;
  /** Files written, and files that already had the same bytes; the report and the schemas are not counted. */
  readonly written: number;
  readonly unchanged: number;
  /**
   * What the workspace's own checks say about these files, each row being right by itself: a won opportunity without its
   * closing date, a seller whom nobody knows.
   */
  readonly problems: readonly Diagnostic[];
  /** Texts of the files that the problems are in, by path. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * An import, from SQL to files:
 *
 *     SQL file → sections → tables → entities, each row used or rejected → YAML files and the report
 *
 * Nothing is written unless everything can be: an error of the SQL, a column that no field takes, or a file in the way
 * stops it first. A rejected row stops nothing; it is in the report. In the end the workspace is checked as a whole.
 */
export const runImport = async (request: ImportRequest): Promise<Outcome<ImportResult>> => {
  const tables = await tablesOf(request);
  if (tables.value === undefined) return { diagnostics: tables.diagnostics };
  const imported = mapTables(tables.value);
  if (imported.value === undefined) return { diagnostics: imported.diagnostics };
  const files = filesOf(imported.value);
  const inTheWay = request.force ? [] : await differing(request.files, files);
  if (inTheWay.length > 0) return { diagnostics: [wouldOverwrite(inTheWay)] };
  const report = reportOf(request.sqlFile, imported.value, await request.database.unreadable());
  let written = 0;
  for (const { path, text } of files) if (await request.files.write(path, text)) written += 1;
  for (const { path, text } of schemaFiles()) await request.files.write(path, text);
  await request.files.write(reportFile, reportText(report));
  const checked = await check(request.files, files);
  return { value: { report, written, unchanged: files.length - written, ...checked }, diagnostics: [] };
};

const tablesOf = async ({
  sqlFile,
  sql,
  database,
}: ImportRequest): Promise<Outcome<readonly SectionTable[]>> => {
  const sections = sectionsOf(sqlFile, sql);
  const diagnostics = [...sections.diagnostics];
  const tables: SectionTable[] = [];
  for (const section of sections.value ?? []) {
    const outcome = await database.run(section);
    diagnostics.push(...outcome.diagnostics);
    // Everything else builds on the preparation: its failure would only be repeated.
    if (section.into === 'preparation' && hasErrors(diagnostics)) break;
    if (outcome.value !== undefined) tables.push({ section, table: outcome.value });
  }
  return hasErrors(diagnostics) ? { diagnostics } : { value: tables, diagnostics };
};

/** Paths of files that exist with other content. */
const differing = async (files: Files, made: readonly WorkspaceFile[]): Promise<string[]> => {
  const found = await Promise.all(
    made.map(async ({ path, text }) => {
      const before = await files.read(path);
      return before === undefined || before === text ? [] : [path];
    }),
  );
  return found.flat();
};

const check = async (
  files: Files,
  made: readonly WorkspaceFile[],
): Promise<Pick<ImportResult, 'problems' | 'sources'>> => {
  const { diagnostics, sources } = await loadWorkspace(files);
  const ours = new Set(made.map(({ path }) => path));
  return { problems: diagnostics.filter(({ span }) => span !== undefined && ours.has(span.file)), sources };
};

const reportOf = (sql: string, imported: Imported, lines: readonly UnreadableLine[]): ImportReport => {
  const unreadable: Count[] =
    lines.length > 0 ? [{ into: 'unreadable', read: lines.length, used: 0, rejected: lines.length }] : [];
  const rejects = [...imported.rejects, ...lines.map(rejectOf)];
  return { sql, counts: [...imported.counts, ...unreadable], reasons: reasonCounts(rejects), rejects };
};
