import { z } from 'zod';

const sourceSchema = z.strictObject({
  /** Columns without which a file is not of this kind. */
  needs: z.array(z.string()).min(1),
  /** Heads under which a column may stand, in any language and form of export. */
  columns: z.record(z.string(), z.array(z.string()).min(1)),
});

/** What is known about the exports of a product: `templates/import/<name>.yaml`. */
export const recipeSchema = z.strictObject({
  title: z.string(),
  sources: z.record(z.string(), sourceSchema),
});
export type Recipe = z.infer<typeof recipeSchema>;
type Source = Recipe['sources'][string];

/** A file of the data folder, how SQL reads it, and the heads of its columns. */
export interface TableFile {
  readonly file: string;
  /** As in `csv_rows('a.csv')`. */
  readonly call: string;
  readonly heads: readonly string[];
}

/** Which file a source was found in, and which head each column. */
export interface FoundSource {
  readonly source: string;
  readonly table: TableFile;
  /** Column of the recipe → head of the file. */
  readonly columns: ReadonlyMap<string, string>;
  /** Heads that the recipe does not take. */
  readonly left: readonly string[];
}

export type Found = { readonly sources: readonly FoundSource[] } | { readonly problem: string };

/**
 * Finds the sources of a recipe among the files by their heads. A file is what it has the most needed columns for. Two files of
 * the same kind, or none of any, are a problem rather than a guess.
 */
export const findSources = (recipe: Recipe, tables: readonly TableFile[]): Found => {
  const found = tables.flatMap(table => bestFor(recipe, table) ?? []);
  const names = Object.keys(recipe.sources);
  for (const name of names) {
    const [first, second] = found.filter(({ source }) => source === name);
    if (first && second)
      return {
        problem: `${first.table.file} and ${second.table.file} both look like ${name}. Leave one of them in the folder.`,
      };
  }
  if (found.length > 0) return { sources: found };
  const wanted = names.map(
    name =>
      `${name} (${(recipe.sources[name]?.needs ?? []).map(need => headsOf(recipe, name, need)).join('; ')})`,
  );
  return { problem: `No file of the folder has the columns of ${wanted.join(' or ')}.` };
};

const headsOf = ({ sources }: Recipe, source: string, column: string): string =>
  (sources[source]?.columns[column] ?? [column]).slice(0, 3).join(', ');

const bestFor = (recipe: Recipe, table: TableFile): FoundSource | undefined => {
  const fitting = Object.entries(recipe.sources)
    .map(([source, one]) => ({ one, found: inTable(source, one, table) }))
    .filter(({ one, found }) => one.needs.every(need => found.columns.has(need)))
    .sort((a, b) => b.one.needs.length - a.one.needs.length);
  return fitting[0]?.found;
};

const inTable = (source: string, { columns }: Source, table: TableFile): FoundSource => {
  const heads = new Map(table.heads.map(head => [folded(head), head]));
  const taken = new Map<string, string>();
  for (const [column, names] of Object.entries(columns)) {
    const head = names.map(name => heads.get(folded(name))).find(one => one !== undefined);
    if (head !== undefined) taken.set(column, head);
  }
  const used = new Set(taken.values());
  return { source, table, columns: taken, left: table.heads.filter(head => !used.has(head)) };
};

/** Heads are the same whatever their case, accents, spaces and marks; HubSpot's interface nests them in `properties`. */
const folded = (head: string): string =>
  head
    .replace(/^properties\./, '')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

/** How the numbers and dates of an export are written, as the user declared. */
export interface Declared {
  readonly decimal?: 'comma' | 'point';
  readonly dates?: 'day-first' | 'month-first';
}

/** The SQL of an import by a recipe: the sources as tables with the recipe's columns, then what the recipes have in common. */
export const recipeSql = (
  recipe: Recipe,
  sources: readonly FoundSource[],
  { decimal, dates }: Declared,
  common: string,
): string =>
  [
    `CREATE MACRO number_of(text) AS ${decimal === undefined ? 'decimal_plain' : `decimal_${decimal}`}(text);`,
    `CREATE MACRO date_of(text) AS ${(dates ?? 'iso-first').replace('-', '_')}(text);`,
    ...Object.entries(recipe.sources).map(([name, source]) =>
      tableSql(
        name,
        source,
        sources.find(found => found.source === name),
      ),
    ),
    common,
  ].join('\n\n');

const tableSql = (name: string, { columns }: Source, found: FoundSource | undefined): string => {
  const lines = Object.keys(columns).map(column => {
    const head = found?.columns.get(column);
    return `  ${head === undefined ? 'NULL::VARCHAR' : `nullif(trim("${head.replaceAll('"', '""')}"), '')`} AS ${column}`;
  });
  const origin =
    found === undefined ? ["  '' AS source_file", '  0 AS source_row'] : ['  source_file', '  source_row'];
  const from = found === undefined ? 'WHERE false' : `FROM ${found.table.call}`;
  return `CREATE TABLE ${name} AS SELECT\n${[...lines, ...origin].join(',\n')}\n${from};`;
};
