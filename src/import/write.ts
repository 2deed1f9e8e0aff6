import { accountSchema, quarterSchema } from '../model/account.ts';
import { sortBy } from '../model/order.ts';
import { personSchema } from '../model/person.ts';
import { kindOf } from '../workspace/file-kinds.ts';
import { modelineOf } from '../workspace/json-schema.ts';
import { ordersFile, productsFile } from '../workspace/layout.ts';
import type { Entity } from './entities.ts';
import type { AccountBook } from './entries.ts';
import type { Imported } from './map.ts';
import type { Path } from './merge/merge.ts';
import { document } from './merge/render.ts';
import { type OrderLine, orderText } from './orders.ts';
import type { Fields } from './rows.ts';
import { type ListName, lists, registers } from './targets.ts';

/** A file of the workspace, by path relative to its root. */
export interface WorkspaceFile {
  readonly path: string;
  readonly text: string;
}

/** What an import brings to a YAML file. */
export interface FileContent {
  readonly path: string;
  readonly value: Fields;
  /** Keys whose entries take one line each. */
  readonly tables: readonly string[];
}

/** The files that an import makes, sorted by path. The same rows give the same bytes, in whatever order they came. */
export const filesOf = (imported: Imported): readonly WorkspaceFile[] => {
  const files = [...contentsOf(imported).map(fileOf), ...orderFile(imported.orders)];
  return sortBy(files, ({ path }) => path);
};

/** What an import brings, by the YAML file that it belongs to. */
export const contentsOf = (imported: Imported): readonly FileContent[] => {
  const people = imported.people.map(({ id, fields }) => ({
    path: `data/people/${id}.yaml`,
    value: arrange(personSchema.shape, fields),
    tables: [],
  }));
  const accounts = imported.accounts.map(account => ({
    path: `data/accounts/${account.id}.yaml`,
    ...accountContent(account),
  }));
  return sortBy([...people, ...accounts, ...productFile(imported.products)], ({ path }) => path);
};

/** A file with nothing but what an import brings. It names its schema, so that who goes on by hand has an editor that helps. */
export const fileOf = ({ path, value, tables }: FileContent): WorkspaceFile => {
  const text = document(value, { tables });
  const kind = kindOf(path);
  return { path, text: kind === undefined ? text : `${modelineOf(kind, path)}\n${text}` };
};

const productFile = (products: readonly Entity[]): FileContent[] => {
  if (products.length === 0) return [];
  const lines = products.map(({ fields }) => arrange(registers.products.schema.shape, fields));
  return [{ path: productsFile, value: { products: lines } as unknown as Fields, tables: ['products'] }];
};

export const orderFile = (lines: readonly OrderLine[]): WorkspaceFile[] =>
  lines.length === 0 ? [] : [{ path: ordersFile, text: orderText(lines) }];

const accountContent = ({
  fields,
  history,
  lists: held,
}: Entity & AccountBook): Pick<FileContent, 'value' | 'tables'> => {
  const quarters = sortBy([...history.keys()], period => period).map(period => [
    period,
    arrange(quarterSchema.shape, history.get(period) ?? {}),
  ]);
  const entries = [...held].map(([name, rows]): [ListName, Fields[]] => [name, entriesInOrder(name, rows)]);
  const account = {
    ...fields,
    ...(quarters.length > 0 ? { history: Object.fromEntries(quarters) } : {}),
    ...Object.fromEntries(entries),
  };
  return { value: arrange(accountSchema.shape, account as Fields), tables: ['history', ...held.keys()] };
};

/** By date or period, then by all the rest: an order that the rows themselves have. */
const entriesInOrder = (name: ListName, rows: readonly Fields[]): Fields[] => {
  const arranged = rows.map(row => arrange(lists[name].schema.shape, row));
  return sortBy(arranged, row => `${orderOf(row)} ${JSON.stringify(row)}`);
};

const orderOf = (row: Fields): string =>
  String(row.date ?? row.period ?? row.from ?? row.opened ?? row.start ?? row.due ?? '~');

/** Keys in the order of the schema, in which the documentation shows them. */
const arrange = (shape: Readonly<Record<string, unknown>>, fields: Fields): Fields =>
  Object.fromEntries(
    Object.keys(shape).flatMap(key => {
      const value = fields[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );

/** The order in which new keys are put into a map of a file, see MergeRequest. */
export const keyOrder =
  (file: string) =>
  ([first, ...deeper]: Path): readonly string[] | undefined => {
    if (!file.startsWith('data/accounts/'))
      return deeper.length === 0 ? Object.keys(personSchema.shape) : undefined;
    if (first === undefined) return Object.keys(accountSchema.shape);
    if (first === 'history') return deeper.length === 0 ? [] : Object.keys(quarterSchema.shape);
    const list = Object.entries(lists).find(([name]) => name === first)?.[1];
    return list !== undefined && deeper.length === 1 ? Object.keys(list.schema.shape) : undefined;
  };
