import { slug } from '../model/slug.ts';
import { idSchema } from '../model/text.ts';
import type { Ledger } from './ledger.ts';
import { type Registers, resolveReferences } from './references.ts';
import type { IdRegister } from './register.ts';
import { type Fields, fieldsOf, type Row } from './rows.ts';
import { settle } from './settle.ts';
import { type Register, registers as registerTargets } from './targets.ts';

/** An entity with an id of its own, as it will be written. */
export interface Entity {
  readonly id: string;
  readonly fields: Fields;
}

interface Candidate extends Entity {
  readonly row: Row;
}

/** Gives every row its id, then fits it to the schema, with names of other entities turned into ids. */
export const entitiesOf = (
  kind: Register,
  rows: readonly Row[],
  registers: Registers,
  ledger: Ledger,
): readonly Entity[] => {
  const register = registers[kind];
  const identified = rows.flatMap(row => identify(kind, row, register, ledger));
  const settled = identified.flatMap(candidate => settleEntity(kind, candidate, registers, ledger));
  const kept = kind === 'accounts' ? withKnownParents(settled, register, ledger) : settled;
  for (const { row } of kept) ledger.use(row);
  return kept;
};

const identify = (kind: Register, row: Row, register: IdRegister, ledger: Ledger): Candidate[] => {
  const { id: given, ...fields } = fieldsOf(row.cells);
  const name = nameOf(fields);
  const id = given === undefined ? (register.find(name) ?? slug(name)) : String(given);
  if (id === undefined) {
    ledger.reject(
      row,
      'no-id',
      `no id can be made from the name ${JSON.stringify(name)}; give a column "id"`,
    );
    return [];
  }
  const holder = register.holder(id);
  if (holder !== undefined) {
    ledger.reject(row, 'id-taken', `its id ${id} is taken by ${JSON.stringify(holder)}; give a column "id"`);
    return [];
  }
  if (kind !== 'products' && !idSchema.safeParse(id).success) {
    ledger.reject(
      row,
      'invalid',
      `id (${JSON.stringify(id)}): an id is lower-case letters, digits and single hyphens`,
    );
    return [];
  }
  register.add(id, name);
  return [{ id, fields, row }];
};

/** The name, or the first of its languages. */
const nameOf = ({ name }: Fields): string => {
  if (typeof name !== 'object' || name === null) return String(name ?? '');
  return String(Object.values(name)[0] ?? '');
};

const settleEntity = (
  kind: Register,
  { id, fields, row }: Candidate,
  registers: Registers,
  ledger: Ledger,
): Candidate[] => {
  const target = registerTargets[kind];
  const resolved = resolveReferences(target, fields, registers);
  if ('problem' in resolved) {
    registers[kind].remove(id);
    ledger.reject(row, 'unknown-reference', resolved.problem);
    return [];
  }
  const settled = settle(target.schema, kind === 'products' ? { id, ...resolved.fields } : resolved.fields);
  if ('problem' in settled) {
    registers[kind].remove(id);
    ledger.reject(row, 'invalid', settled.problem);
    return [];
  }
  return [{ id, fields: settled.fields, row }];
};

/** A parent that turned out unusable takes its subsidiaries with it, down to the last one. */
const withKnownParents = (
  accounts: readonly Candidate[],
  register: IdRegister,
  ledger: Ledger,
): readonly Candidate[] => {
  const orphans = accounts.filter(
    ({ fields: { parent } }) => typeof parent === 'string' && !register.has(parent),
  );
  if (orphans.length === 0) return accounts;
  for (const { id, fields, row } of orphans) {
    register.remove(id);
    ledger.reject(row, 'unknown-reference', `parent: the account ${String(fields.parent)} was rejected`);
  }
  return withKnownParents(
    accounts.filter(account => !orphans.includes(account)),
    register,
    ledger,
  );
};
