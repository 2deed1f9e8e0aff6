import type { Diagnostic } from '../model/diagnostic.ts';
import { type ProgramName, programNames } from '../model/program.ts';
import { slug } from '../model/slug.ts';
import { idSchema } from '../model/text.ts';
import * as catalogue from './catalogue.ts';
import { suggest } from './suggest.ts';

export const settingsFile = 'data/workspace.yaml';
export const productsFile = 'data/products.yaml';
export const audiencesFile = 'data/audiences.yaml';
export const ordersFile = 'data/orders.csv';
/** The same for files that are larger than what one opens in an editor. */
export const parquetOrdersFile = 'data/orders.parquet';

export const programFile = (name: ProgramName): string => `data/program/${name}.yaml`;

/** Which files of a workspace are read, and as what. */
export interface Layout {
  /** Known files that are present, by path. */
  readonly files: ReadonlySet<string>;
  /** Account ids and their files, by code point. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  /** Path of the order lines, where there are any. */
  readonly orders?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const singleFiles: readonly string[] = [
  settingsFile,
  productsFile,
  audiencesFile,
  ...programNames.map(programFile),
];
/** Names of documents are made of an id, a locale and an ending, and file systems take 255 bytes. */
const longestId = 120;
const entityFile = /^data\/(accounts|people)\/([^/]+)\.yaml$/;

/** @param paths all files below `data/`, relative to the workspace root, in any order */
export const layoutOf = (paths: readonly string[]): Layout => {
  const files = new Set<string>();
  const entities = { accounts: new Map<string, string>(), people: new Map<string, string>() };
  const diagnostics: Diagnostic[] = [];
  for (const path of [...paths].sort()) {
    const [, kind, id] = entityFile.exec(path) ?? [];
    if (singleFiles.includes(path)) files.add(path);
    else if ((kind === 'accounts' || kind === 'people') && id !== undefined) {
      if (id.length > longestId) diagnostics.push(catalogue.longFileName(path, id, longestId));
      else if (idSchema.safeParse(id).success) entities[kind].set(id, path);
      else diagnostics.push(catalogue.badFileName(path, id, slug(id)));
    } else if (isUnreadOrders(path)) diagnostics.push(catalogue.unreadTable(path));
    else if (isStray(path)) diagnostics.push(strayFile(path));
  }
  if (!files.has(settingsFile)) diagnostics.push(catalogue.missingFile(settingsFile));
  const [orders, second] = [ordersFile, parquetOrdersFile].filter(path => paths.includes(path));
  if (second !== undefined) diagnostics.push(catalogue.secondTable(second, ordersFile));
  return { files, ...entities, ...(orders === undefined ? {} : { orders }), diagnostics };
};

/** Order lines in a form that the loader does not read. */
const isUnreadOrders = (path: string): boolean => /^data\/orders\.(xlsx?|tsv|json)$/i.test(path);

/** YAML that nothing reads is a slip; other files (notes, what an operating system leaves behind) are not. */
const isStray = (path: string): boolean => /\.ya?ml$/i.test(path) && !/(^|\/)\./.test(path);

const strayFile = (path: string): Diagnostic => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  const renamed = name.replace(/\.ya?ml$/i, '.yaml');
  if (renamed !== name && (entityFile.test(folder + renamed) || singleFiles.includes(folder + renamed)))
    return catalogue.unknownFile(path, folder + renamed, []);
  const here = singleFiles.filter(file => file.startsWith(folder));
  const byName = suggest(
    renamed,
    singleFiles.map(file => file.slice(file.lastIndexOf('/') + 1)),
  );
  return catalogue.unknownFile(
    path,
    suggest(path, singleFiles) ??
      singleFiles.find(file => byName !== undefined && file.endsWith(`/${byName}`)),
    here,
  );
};
