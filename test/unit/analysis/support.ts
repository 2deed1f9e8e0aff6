import type { z } from 'zod';
import { accountSchema } from '../../../src/model/account.ts';
import { decisionsSchema } from '../../../src/model/decision.ts';
import { sortBy } from '../../../src/model/order.ts';
import { personSchema, productsSchema } from '../../../src/model/person.ts';
import { type ProgramName, programNames, programSchemas } from '../../../src/model/program.ts';
import { at, type Sourced, type SourceRef } from '../../../src/model/source.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import { workspaceSettingsSchema } from '../../../src/model/workspace-settings.ts';
import { readOrders } from '../../../src/workspace/orders/read.ts';

type AccountInput = Partial<z.input<typeof accountSchema>>;

type ProgramInput = {
  readonly [Name in Exclude<ProgramName, 'decisions'>]?: z.input<(typeof programSchemas)[Name]>;
};

/** What a test says about a workspace, as YAML would; everything else takes the default of its schema. */
export interface WorkspaceInput extends ProgramInput {
  readonly settings?: Partial<z.input<typeof workspaceSettingsSchema>>;
  /** By id; the name is the id where none is given. */
  readonly accounts?: Readonly<Record<string, AccountInput>>;
  readonly people?: Readonly<Record<string, z.input<typeof personSchema>>>;
  readonly products?: z.input<typeof productsSchema>['products'];
  readonly decisions?: z.input<typeof decisionsSchema>['decisions'];
  /** Text of the order file. */
  readonly orders?: string;
}

const file = (name: string): SourceRef => ({ file: `data/${name}.yaml`, path: [] });

const sourced = <T extends object>(value: T, source: SourceRef): Sourced<T> => ({ ...value, source });

/** A workspace that has been through the schemas, with sources where the loader would put them. Period 2026-Q3, euros. */
export const workspaceOf = (input: WorkspaceInput = {}): Workspace => {
  const list = <T extends object>(items: readonly T[], source: SourceRef, key: string): Sourced<T>[] =>
    items.map((item, index) => sourced(item, at(source, key, index)));

  return {
    settings: sourced(
      workspaceSettingsSchema.parse({
        company: { name: 'Cales de Prueba, S.A.' },
        currency: 'EUR',
        period: '2026-Q3',
        ...input.settings,
      }),
      file('workspace'),
    ),
    accounts: sortBy(
      Object.entries(input.accounts ?? {}).map(([id, account]) => ({
        ...sourced(accountSchema.parse({ name: id, ...account }), file(`accounts/${id}`)),
        id,
      })),
      account => account.id,
    ),
    people: sortBy(
      Object.entries(input.people ?? {}).map(([id, person]) => ({
        ...sourced(personSchema.parse(person), file(`people/${id}`)),
        id,
      })),
      person => person.id,
    ),
    products: list(
      productsSchema.parse({ products: input.products ?? [] }).products,
      file('products'),
      'products',
    ),
    ...ordersOf(input.orders),
    program: {
      ...programOf(input),
      decisions: list(
        decisionsSchema.parse({ decisions: input.decisions ?? [] }).decisions,
        file('program/decisions'),
        'decisions',
      ),
    },
  };
};

const ordersOf = (text: string | undefined): Pick<Workspace, 'orders'> => {
  const read = text === undefined ? undefined : readOrders('data/orders.csv', text);
  if (read !== undefined && read.diagnostics.length > 0) throw new Error(read.diagnostics[0]?.message);
  return read?.history === undefined ? {} : { orders: read.history };
};

const programOf = (input: ProgramInput): Omit<Workspace['program'], 'decisions'> =>
  Object.fromEntries(
    programNames.flatMap(name => {
      const value = name === 'decisions' ? undefined : input[name];
      return value === undefined
        ? []
        : [[name, sourced(programSchemas[name].parse(value), file(`program/${name}`))]];
    }),
  );
