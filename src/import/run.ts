import type { Files } from '../effects.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../model/diagnostic.ts';
import { schemaFiles } from '../workspace/json-schema.ts';
import { loadWorkspace } from '../workspace/load.ts';
import { backupsOf } from './backup.ts';
import { existingOf } from './existing.ts';
import { type Count, rejectOf } from './ledger.ts';
import { type Imported, mapTables, type SectionTable } from './map.ts';
import { type Plan, planOf } from './plan.ts';
import { type ImportReport, reasonCounts, reportFile, reportText } from './report.ts';
import type { Destination } from './section.ts';
import { sectionsOf } from './sections.ts';
import type { Database, UnreadableLine } from './table.ts';
import { originColumns } from './targets.ts';
import { tracesText, unfinishedFile } from './unfinished.ts';

export interface ImportRequest {
  /** Path of the SQL file, for messages. */
  readonly sqlFile: string;
  readonly sql: string;
  readonly database: Database;
  /** The tree of the workspace. */
  readonly files: Files;
  /** Whether the import's value is taken where somebody wrote another one by hand. */
  readonly force: boolean;
}

/** Everything that an import would do, worked out before anything is written. */
export interface ImportPlan extends Plan {
  readonly report: ImportReport;
  /** Where each column goes, by statement. */
  readonly mapping: readonly MappedSection[];
  /**
   * What the workspace's own checks would say about these files that they don't say now, each row being right by itself: a
   * won opportunity without its closing date, a seller whom nobody knows.
   */
  readonly problems: readonly Diagnostic[];
  /** Texts of the files that the problems are in, as they would be. */
  readonly planned: ReadonlyMap<string, string>;
}

export interface MappedSection {
  readonly into: Destination;
  readonly rows: number;
  /** Fields that the statement fills, in its own order. */
  readonly fields: readonly string[];
}

export interface Written {
  /** Files written, and files that already had the same bytes; report, notes and schemas are not counted. */
  readonly written: number;
  readonly unchanged: number;
  /** Copies of files that became smaller. */
  readonly backups: readonly string[];
}

/**
 * An import, from SQL to what would be written:
 *
 *     SQL file → sections → tables → entities, each row used or rejected → files, old text and new → their check
 *
 * An error of the SQL, a column that no field takes, or a file that can't be updated stops it. A rejected row stops nothing;
 * it is in the report.
 */
export const planImport = async (request: ImportRequest): Promise<Outcome<ImportPlan>> => {
  const tables = await tablesOf(request);
  if (tables.value === undefined) return { diagnostics: tables.diagnostics };
  const imported = mapTables(tables.value, await existingOf(request.files));
  if (imported.value === undefined) return { diagnostics: imported.diagnostics };
  const plan = await planOf(imported.value, request.files, request.force);
  if (plan.value === undefined) return { diagnostics: plan.diagnostics };
  const report = reportOf(request.sqlFile, imported.value, await request.database.unreadable());
  const mapping = tables.value.map(mappedSection);
  return {
    value: { ...plan.value, report, mapping, ...(await newProblems(request.files, plan.value)) },
    diagnostics: [],
  };
};

/**
 * Writes what was planned, each file whole or not at all. The notes come last; until then the next import knows by the traces
 * what one that was cut off has written. A file that becomes smaller is copied first.
 * @throws Error where the plan has errors, which its caller tells instead
 */
export const writeImport = async (plan: ImportPlan, files: Files): Promise<Written> => {
  if (hasErrors(plan.problems)) throw new Error('An import with errors was to be written');
  const backups = await backupsOf(plan.files, files);
  for (const { path, text } of backups) await files.write(path, text);
  const { meanwhile, afterwards } = plan.traces;
  if (meanwhile.length > 0) await files.write(unfinishedFile, tracesText(meanwhile));
  let written = 0;
  for (const { path, text } of plan.files) if (await files.write(path, text)) written += 1;
  for (const { path, text } of schemaFiles()) await files.write(path, text);
  await files.write(reportFile, reportText(plan.report));
  for (const { path, text } of plan.notes) await files.write(path, text);
  if (meanwhile.length > 0) await files.write(unfinishedFile, tracesText(afterwards));
  return { written, unchanged: plan.files.length - written, backups: backups.map(({ path }) => path) };
};

const mappedSection = ({ section, table }: SectionTable): MappedSection => ({
  into: section.into,
  rows: table.rows.length,
  fields: table.columns.filter(column => column !== originColumns.file && column !== originColumns.row),
});

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

const newProblems = async (files: Files, plan: Plan): Promise<Pick<ImportPlan, 'problems' | 'planned'>> => {
  const planned = new Map(plan.files.map(({ path, text }) => [path, text]));
  const [before, after] = [await loadWorkspace(files), await loadWorkspace(withPlanned(files, planned))];
  const known = new Set(before.diagnostics.map(problemKey));
  const problems = after.diagnostics.filter(
    one => one.span !== undefined && planned.has(one.span.file) && !known.has(problemKey(one)),
  );
  return { problems, planned };
};

/** A problem that was there keeps its words, though its line may have moved. */
const problemKey = ({ code, message, span }: Diagnostic): string =>
  JSON.stringify([code, message, span?.file ?? '']);

/** The workspace as it would be. */
const withPlanned = (files: Files, planned: ReadonlyMap<string, string>): Pick<Files, 'read' | 'list'> => ({
  read: async path => planned.get(path) ?? files.read(path),
  list: async folder => {
    const added = [...planned.keys()].filter(path => path.startsWith(`${folder}/`));
    return [...new Set([...(await files.list(folder)), ...added])].sort();
  },
});

const reportOf = (sql: string, imported: Imported, lines: readonly UnreadableLine[]): ImportReport => {
  const unreadable: Count[] =
    lines.length > 0 ? [{ into: 'unreadable', read: lines.length, used: 0, rejected: lines.length }] : [];
  const rejects = [...imported.rejects, ...lines.map(rejectOf)];
  return { sql, counts: [...imported.counts, ...unreadable], reasons: reasonCounts(rejects), rejects };
};
