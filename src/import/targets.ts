import { type ZodType, z } from 'zod';
import { accountSchema, quarterSchema } from '../model/account.ts';
import { activitySchema } from '../model/account-activity.ts';
import { periodSchema } from '../model/period.ts';
import { personSchema, productsSchema } from '../model/person.ts';
import { amountSchema, dateSchema } from '../model/text.ts';

/** What an id of another entity may be looked up in by name. */
export type Register = 'accounts' | 'people' | 'products';

interface RowSchema extends ZodType {
  readonly shape: Readonly<Record<string, ZodType>>;
}

/** A place in the workspace that rows can go to. */
export interface Target {
  /** Schema of one row, without the columns that only say where it belongs. */
  readonly schema: RowSchema;
  /** Columns that say where the row belongs, besides the fields of the schema. */
  readonly address: readonly string[];
  /** Fields that hold the id of another entity; a row may give its name instead. */
  readonly references: Readonly<Record<string, Register>>;
}

const { shape } = activitySchema;

const list = (schema: RowSchema, references: Readonly<Record<string, Register>> = {}): Target => ({
  schema,
  address: ['account'],
  references,
});

/** Lists of an account, one row an entry. */
export const lists = {
  key: list(accountSchema.shape.key.unwrap().element),
  contacts: list(shape.contacts.unwrap().element, { counterpart: 'people' }),
  contracts: list(shape.contracts.unwrap().element, { product: 'products' }),
  opportunities: list(shape.opportunities.unwrap().element, { product: 'products', seller: 'people' }),
  surveys: list(shape.surveys.unwrap().element),
  interactions: list(shape.interactions.unwrap().element, { person: 'people' }),
  actions: list(shape.actions.unwrap().element, { owner: 'people' }),
  objectives: list(shape.objectives.unwrap().element),
  needs: list(shape.needs.unwrap().element),
  risks: list(shape.risks.unwrap().element, { owner: 'people' }),
} as const satisfies Readonly<Record<string, Target>>;
export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as readonly ListName[];

/** Parts of an account that come as rows of their own, or that no row can hold. */
const separate = {
  history: true,
  ratings: true,
  strength: true,
  vision: true,
  mission: true,
  key: true,
  contacts: true,
  contracts: true,
  opportunities: true,
  surveys: true,
  interactions: true,
  actions: true,
  objectives: true,
  needs: true,
  risks: true,
} as const;

/** Entities that have an id of their own: the column `id`, or a slug of the column `name`. */
export const registers: Readonly<Record<Register, Target>> = {
  people: { schema: personSchema, address: ['id'], references: {} },
  products: { schema: productsSchema.shape.products.element, address: [], references: {} },
  accounts: {
    schema: accountSchema.omit(separate),
    address: ['id'],
    references: { parent: 'accounts', manager: 'people', sponsor: 'people' },
  },
};

/** A row of an account's history: a quarter, and which one. */
export const history: Target = {
  schema: quarterSchema.extend({ period: periodSchema }),
  address: ['account'],
  references: {},
};

/** A line of the order file, and whose it is. */
export const orders: Target = {
  schema: z.strictObject({
    date: dateSchema,
    amount: amountSchema.optional(),
    order: z.union([z.string(), z.number()]).optional(),
  }),
  address: ['account'],
  references: {},
};

export type TargetName = Register | 'orders' | 'accounts.history' | `accounts.${ListName}`;

/** Every target by the name that a header of the SQL file gives it. */
export const targets: ReadonlyMap<string, Target> = new Map<TargetName, Target>([
  ['people', registers.people],
  ['products', registers.products],
  ['accounts', registers.accounts],
  ['accounts.history', history],
  ['orders', orders],
  ...listNames.map(name => [`accounts.${name}`, lists[name]] as const),
]);

/** Columns that say where in the source files a row stands; they go to the report, not to the workspace. */
export const originColumns = { file: 'source_file', row: 'source_row' } as const;
