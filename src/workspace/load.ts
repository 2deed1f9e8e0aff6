import type { Files, OrderDays } from '../effects.ts';
import type { BrandFiles } from '../model/brand.ts';
import { hasErrors, type Outcome } from '../model/diagnostic.ts';
import { compareIds } from '../model/order.ts';
import { type Program, programNames } from '../model/program.ts';
import { at, type SourceRef, type Span } from '../model/source.ts';
import type { Workspace } from '../model/workspace.ts';
import { readBrand } from './brand.ts';
import * as catalogue from './catalogue.ts';
import type { Draft, Locate } from './draft.ts';
import { type Layout, layoutOf, parquetOrdersFile } from './layout.ts';
import { sortDiagnostics } from './order.ts';
import { orderFileOf } from './orders/days.ts';
import type { OrderFile } from './orders/read.ts';
import { readDraft } from './read.ts';
import { plainReader, type Reader } from './reader.ts';
import { checkReferences } from './references.ts';
import { withoutMark, type YamlSource } from './yaml.ts';
import type { Places } from './yaml-places.ts';

/** What loading gives: the workspace where nothing was wrong with it, and what printing and explaining need. */
export interface LoadedWorkspace extends Outcome<Workspace> {
  /** Place of a value, or of the key that holds it; undefined where the files have no such place (a default, say). */
  locate(ref: SourceRef, part?: 'key' | 'value'): Span | undefined;
  /** Text of every file that was read, by path, as lines and columns count it. */
  readonly sources: ReadonlyMap<string, string>;
}

/** What a workspace is read from; a tree that gives no bytes has no fonts. */
export type WorkspaceFiles = Pick<Files, 'read' | 'list'> & Partial<Pick<Files, 'readBytes' | 'orderDays'>>;

/**
 * Reads, validates and cross-checks the data of a workspace. Everything that is wrong is reported at once; `value` is
 * present when no error is.
 * @param files the workspace root; paths are relative to it, those that `list('data')` gives as well
 * @param reader one that remembers (`createReader`) where the same workspace is loaded again and again
 */
export const loadWorkspace = async (
  files: WorkspaceFiles,
  reader: Reader = plainReader,
): Promise<LoadedWorkspace> => {
  const layout = layoutOf(await files.list('data'));
  const sources = await readAll(files, layout);
  const unreadable = pathsOf(layout).filter(path => !sources.has(path));
  const orders = await ordersOf(layout, sources, files, reader);
  const yaml = new Map([...sources].filter(([file]) => file !== layout.orders));
  await reader.prepare?.(yaml);
  const parsed = parseAll(yaml, reader);
  const places = placesBy(parsed);
  const locate: Locate = (ref, part) =>
    (ref.file === layout.orders ? orders : places.get(ref.file))?.locate(ref.path, part);
  const { draft: read, diagnostics: refused } = readDraft(layout, parsed, reader);
  const draft = { ...read, ...(orders?.history === undefined ? {} : { orders: orders.history }) };
  const { settings } = draft;
  const brand =
    settings &&
    (await readBrand(
      settings.brand,
      at(settings.source, 'brand'),
      { readBytes: async () => undefined, ...files },
      locate,
      reader,
    ));
  const diagnostics = sortDiagnostics([
    ...(brand?.diagnostics ?? []),
    ...layout.diagnostics,
    ...unreadable.map(catalogue.unreadableFile),
    ...refused,
    ...(orders?.diagnostics ?? []),
    ...checkReferences(draft, locate, ref => places.get(ref.file)?.written(ref.path)),
  ]);
  const value = hasErrors(diagnostics) ? undefined : finish(draft, brand?.value);
  // With errors nothing is to be written, and that goes for what only saves time.
  if (value !== undefined) await reader.done?.();
  const texts = new Map([...sources, ...(brand?.sources ?? [])]);
  return { ...(value ? { value } : {}), diagnostics, sources: texts, locate };
};

const parseAll = (texts: ReadonlyMap<string, string>, reader: Reader): ReadonlyMap<string, YamlSource> =>
  new Map([...texts].map(([file, text]) => [file, reader.parse(file, text)]));

/** Whoever keeps these keeps no values: those that were validated are others. */
const placesBy = (parsed: ReadonlyMap<string, YamlSource>): ReadonlyMap<string, Places> =>
  new Map([...parsed].map(([file, { locate, written }]) => [file, { locate, written }]));

/** Those that are read as text: a table of Parquet is none. */
const pathsOf = ({ files, accounts, people, orders }: Layout): readonly string[] =>
  [
    ...files,
    ...accounts.values(),
    ...people.values(),
    ...(orders === undefined || orders === parquetOrdersFile ? [] : [orders]),
  ].sort(compareIds);

const ordersOf = async (
  { orders }: Layout,
  sources: ReadonlyMap<string, string>,
  files: Pick<WorkspaceFiles, 'orderDays'>,
  reader: Reader,
): Promise<OrderFile | undefined> => {
  if (orders === parquetOrdersFile) {
    const days = await files.orderDays?.(orders);
    return orderFileOf(orders, days ?? unread);
  }
  const text = orders === undefined ? undefined : sources.get(orders);
  return orders === undefined || text === undefined ? undefined : reader.orders(orders, text);
};

/** What a tree says that reaches no disk, or whose file went away. */
const unread: OrderDays = {
  missing: [],
  accounts: new Map(),
  faults: [],
  faulty: 0,
  unreadable: 'it is not on a disk that a database can read',
};

const readAll = async (files: Pick<Files, 'read'>, layout: Layout): Promise<Map<string, string>> => {
  const texts = await Promise.all(pathsOf(layout).map(async path => [path, await files.read(path)] as const));
  return new Map(
    texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, withoutMark(text)] as const])),
  );
};

const finish = (draft: Draft, brand: BrandFiles | undefined): Workspace | undefined => {
  const { settings, accounts, people, products = [], decisions = [], orders, audiences } = draft;
  if (settings === undefined) return undefined;
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareIds(a.id, b.id);
  return {
    settings,
    accounts: [...accounts].sort(byId),
    people: [...people].sort(byId),
    products: [...products].sort(byId),
    ...(orders === undefined ? {} : { orders }),
    ...(audiences === undefined ? {} : { audiences }),
    ...(brand === undefined || Object.keys(brand).length === 0 ? {} : { brand }),
    program: { ...programOf(draft), decisions },
  };
};

const programOf = (draft: Draft): Omit<Program, 'decisions'> =>
  Object.fromEntries(programNames.filter(name => draft[name] !== undefined).map(name => [name, draft[name]]));
