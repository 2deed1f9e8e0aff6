import type { z } from 'zod';
import type { Audience } from '../model/audience.ts';
import { compareIds, sortBy } from '../model/order.ts';
import type { AccountOrders, OrderHistory } from '../model/order-history.ts';
import type { SourceRef } from '../model/source.ts';
import type { Workspace } from '../model/workspace.ts';
import { fileKinds } from '../workspace/file-kinds.ts';
import { type HiddenKey, hiddenText, ordersKind } from './fields.ts';
import type { CodeBook } from './names.ts';
import { type Change, rebuilt } from './rebuild.ts';

/** The schema of a kind of file. */
const schemaOf = (kind: string): z.ZodType => {
  const found = fileKinds.find(({ name }) => name === kind);
  if (found === undefined) throw new Error(`There is no kind of file ${kind}`);
  return found.schema;
};

type Entity = object & { readonly source: SourceRef; readonly id?: string };
type Remake = <T extends Entity>(kind: string, entity: T, steps?: readonly string[]) => T;

/** The workspace with codes for names: no name that the audience may not read is in it any more, nor in a place of it. */
export const codedWorkspace = (whole: Workspace, book: CodeBook, prose: Audience['prose']): Workspace => {
  const { audiences: _, ...rest } = whole;
  const global = new Map([...book.accounts, ...book.people]);
  const remake: Remake = (kind, entity, steps = []) => {
    const local = kind === 'account' ? book.local(entity.id ?? '') : new Map();
    const id = (text: string): string | undefined => (local.get(text) ?? global.get(text))?.id;
    const isFree = prose === 'hide' && (kind === 'account' || kind === 'person');
    const made = remade(kind, entity, steps, {
      hides: () => false,
      prose: isFree ? () => hiddenText : book.mask,
      text: text => id(text) ?? book.mask(text),
      key: key => id(key) ?? book.mask(key),
    });
    return { ...made, source: codedRef(entity.source, book) };
  };
  const accounts = whole.accounts.map(account => {
    const code = book.accounts.get(account.id);
    const made = remake('account', account);
    if (code === undefined) return { ...made, id: account.id };
    const { shortName: _short, ...named } = made;
    return { ...named, id: code.id, name: code.shown };
  });
  const people = whole.people.map(person => {
    const code = book.people.get(person.id);
    const made = remake('person', person);
    return code === undefined ? { ...made, id: person.id } : { ...made, id: code.id, name: code.shown };
  });
  return {
    ...inAll(rest, remake),
    accounts: sortBy(accounts, ({ id }) => id),
    people: sortBy(people, ({ id }) => id),
    ...(whole.orders === undefined ? {} : { orders: codedOrders(whole.orders, book) }),
  };
};

/** The workspace without the fields that are hidden. */
export const hiddenWorkspace = (coded: Workspace, keys: readonly HiddenKey[]): Workspace => {
  const remake: Remake = (kind, entity, steps = []) => ({
    ...remade(kind, entity, steps, {
      hides: here => keys.some(key => key.kind === kind && isAt(key.steps, here)),
      prose: text => text,
      text: text => text,
      key: key => key,
    }),
    source: entity.source,
  });
  const made = inAll(coded, remake);
  const gone = new Set(keys.filter(({ steps }) => steps.length === 0).map(({ kind }) => kind));
  const program = Object.fromEntries(Object.entries(made.program).filter(([name]) => !gone.has(name)));
  const { orders, ...others } = made;
  return {
    ...others,
    ...(orders === undefined || gone.has(ordersKind) ? {} : { orders: withoutAmounts(orders, keys) }),
    program: {
      ...program,
      decisions: gone.has('decisions') ? [] : made.program.decisions,
    } as Workspace['program'],
    accounts: coded.accounts.map(account => remake('account', account)),
    people: coded.people.map(person => remake('person', person)),
  };
};

const withoutAmounts = (orders: OrderHistory, keys: readonly HiddenKey[]): OrderHistory => {
  if (!keys.some(({ kind, steps }) => kind === ordersKind && steps[0] === 'amount')) return orders;
  const accounts = [...orders.accounts].map(([id, lines]): readonly [string, AccountOrders] => [
    id,
    { ...lines, amounts: lines.amounts.map(() => Number.NaN) },
  ]);
  return { ...orders, accounts: new Map(accounts) };
};

const remade = <T extends Entity>(kind: string, entity: T, steps: readonly string[], change: Change): T => {
  const { source, ...value } = entity;
  const schema = steps.reduce<z.ZodType>(within, schemaOf(kind));
  return { source, ...(rebuilt(value, [schema], change, steps) as object) } as T;
};

/** The entries of a list that a file holds under one key. */
const within = (schema: z.ZodType, key: string): z.ZodType => {
  const { shape } = schema as z.ZodObject<Record<string, z.ZodArray<z.ZodType>>>;
  const list = shape[key];
  if (list === undefined) throw new Error(`No list of entries is called ${key}`);
  return list.element;
};

const inAll = <T extends Omit<Workspace, 'audiences'>>(whole: T, remake: Remake): T => {
  const { decisions, ...files } = whole.program;
  return {
    ...whole,
    settings: remake('workspace', whole.settings),
    products: whole.products.map(product => remake('products', product, ['products'])),
    program: {
      ...Object.fromEntries(
        Object.entries(files).flatMap(([name, file]) =>
          file === undefined ? [] : [[name, remake(name, file)]],
        ),
      ),
      decisions: decisions.map(decision => remake('decisions', decision, ['decisions'])),
    },
  };
};

const codedOrders = (orders: OrderHistory, book: CodeBook): OrderHistory => {
  const entries = [...orders.accounts].map(([id, lines]): readonly [string, AccountOrders] => [
    book.accounts.get(id)?.id ?? id,
    lines,
  ]);
  return { ...orders, accounts: new Map(entries.sort(([a], [b]) => compareIds(a, b))) };
};

const entityFile = /^(data\/(accounts|people)\/)([^/]+)(\.yaml)$/;

/** A file name tells whom the file is about. */
export const codedFile = (file: string, book: Pick<CodeBook, 'accounts' | 'people'>): string =>
  file.replace(
    entityFile,
    (_, folder: string, kind: 'accounts' | 'people', id: string, end: string) =>
      `${folder}${book[kind].get(id)?.id ?? id}${end}`,
  );

const codedRef = (ref: SourceRef, book: CodeBook): SourceRef => ({ ...ref, file: codedFile(ref.file, book) });

/** Whether a key pattern names the keys of a path, or of something above it. */
export const isAt = (pattern: readonly string[], path: readonly string[]): boolean => {
  const [step, ...rest] = pattern;
  if (step === undefined) return true;
  const [key, ...deeper] = path;
  if (key === undefined) return false;
  if (step === '**') return isAt(rest, path) || isAt(pattern, deeper);
  return (step === '*' || step === key) && isAt(rest, deeper);
};
