import { Document, isMap, isSeq, type Node, visit } from 'yaml';
import { accountSchema, quarterSchema } from '../model/account.ts';
import { sortBy } from '../model/order.ts';
import { personSchema } from '../model/person.ts';
import { kindOf } from '../workspace/file-kinds.ts';
import { modelineOf } from '../workspace/json-schema.ts';
import { ordersFile } from '../workspace/layout.ts';
import type { Entity } from './entities.ts';
import type { AccountBook } from './entries.ts';
import type { Imported } from './map.ts';
import { type OrderLine, orderText } from './orders.ts';
import type { Fields } from './rows.ts';
import { type ListName, lists, registers } from './targets.ts';

/** A file of the workspace, by path relative to its root. */
export interface WorkspaceFile {
  readonly path: string;
  readonly text: string;
}

/** The files that an import makes, sorted by path. The same rows give the same bytes, in whatever order they came. */
export const filesOf = (imported: Imported): readonly WorkspaceFile[] => {
  const people = imported.people.map(({ id, fields }) => ({
    path: `data/people/${id}.yaml`,
    text: yamlOf(arrange(personSchema.shape, fields), []),
  }));
  const accounts = imported.accounts.map(account => ({
    path: `data/accounts/${account.id}.yaml`,
    text: accountText(account),
  }));
  const files = [...people, ...accounts, ...productFile(imported.products), ...orderFile(imported.orders)];
  return sortBy(files, ({ path }) => path).map(withModeline);
};

/** A YAML file names its schema, so that who goes on by hand has an editor that helps. */
const withModeline = ({ path, text }: WorkspaceFile): WorkspaceFile => {
  const kind = kindOf(path);
  return kind === undefined ? { path, text } : { path, text: `${modelineOf(kind, path)}\n${text}` };
};

const productFile = (products: readonly Entity[]): WorkspaceFile[] => {
  if (products.length === 0) return [];
  const lines = products.map(({ fields }) => arrange(registers.products.schema.shape, fields));
  return [{ path: 'data/products.yaml', text: yamlOf({ products: lines }, ['products']) }];
};

const orderFile = (lines: readonly OrderLine[]): WorkspaceFile[] =>
  lines.length === 0 ? [] : [{ path: ordersFile, text: orderText(lines) }];

const accountText = ({ fields, history, lists: held }: Entity & AccountBook): string => {
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
  return yamlOf(arrange(accountSchema.shape, account as Fields), ['history', ...held.keys()]);
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

/** @param tables keys whose entries take one line each */
const yamlOf = (value: Readonly<Record<string, unknown>>, tables: readonly string[]): string => {
  const document = new Document(value, { aliasDuplicateObjects: false });
  for (const key of tables) for (const entry of entriesOf(document.get(key))) setFlow(entry);
  visit(document, {
    Scalar: (_, scalar) => {
      if (hasThreeDecimals(scalar.value)) scalar.minFractionDigits = 4;
    },
  });
  return document.toString({ lineWidth: 0 });
};

/** 932.375 could be taken for thousands, and the workspace asks about it; 932.3750 says what it is. */
const hasThreeDecimals = (value: unknown): boolean =>
  typeof value === 'number' && /^-?\d+\.\d{3}$/.test(String(value));

const entriesOf = (collection: unknown): readonly unknown[] => {
  if (isSeq(collection)) return collection.items;
  return isMap<Node, Node>(collection) ? collection.items.map(pair => pair.value) : [];
};

const setFlow = (entry: unknown): void => {
  if (isMap(entry) || isSeq(entry)) entry.flow = true;
};
