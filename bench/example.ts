/**
 * What the synthetic portfolio borrows from the example in `data/`: the files of the programme, the products, the people and
 * the registers of its key accounts, with the accounts' ids changed to those of the portfolio.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { accountSchema } from '../src/model/account.ts';

// From the folder in which npm runs its scripts: compiled, this file lies deeper.
const data = pathToFileURL('data/');
const idsIn = (folder: string): string[] =>
  readdirSync(new URL(folder, data))
    .filter(name => name.endsWith('.yaml'))
    .map(name => basename(name, '.yaml'))
    .sort();

/** The id of the account at a place of the portfolio. */
export const accountId = (index: number): string => `account-${String(index).padStart(6, '0')}`;

const accountIds = idsIn('accounts');
const placeOf = new Map(accountIds.map((id, index) => [id, index]));
// The longest first: some ids begin with another one.
const anyAccount = new RegExp(
  `\\b(?:${[...accountIds].sort((a, b) => b.length - a.length).join('|')})\\b`,
  'g',
);

const read = (path: string): unknown =>
  parse(readFileSync(new URL(path, data), 'utf8').replace(anyAccount, id => accountId(placeOf.get(id) ?? 0)));

/** A file of the programme, as it is written. */
export const exampleProgram = (name: string): unknown => read(`program/${name}.yaml`);
export const exampleProducts = (): unknown => read('products.yaml');
export const examplePeople = (): { readonly id: string; readonly written: object }[] =>
  idsIn('people').map(id => ({ id, written: read(`people/${id}.yaml`) as object }));

/** What the portfolio makes for every account by itself, or what ties an account to its place in the example. */
const own = [
  'name',
  'shortName',
  'status',
  'lost',
  'since',
  'parent',
  'currency',
  'history',
  'ratings',
  'key',
];

/** Some of an account, as it is written. */
export type PartOfAccount = Partial<z.input<typeof accountSchema>>;

/** The registers of the accounts of the example that have a plan, one object for each. */
export const exampleAccounts = (): PartOfAccount[] =>
  accountIds
    .map(id => read(`accounts/${id}.yaml`) as object)
    .filter(account => 'key' in account)
    .map(account => Object.fromEntries(Object.entries(account).filter(([name]) => !own.includes(name))));
