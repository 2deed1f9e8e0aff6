import type { z } from 'zod';
import type { FieldGroup } from '../model/audience.ts';
import { fileKinds } from '../workspace/file-kinds.ts';
import { unwrap } from '../workspace/schema.ts';

/** Which keys a group stands for, each with the kind of its file before it. */
export const groupKeys: Readonly<Record<FieldGroup, readonly string[]>> = {
  margins: ['account.history.*.margin', 'account.offers.effect', 'workspace.fixedCosts'],
  'cost-to-serve': ['account.history.*.costToServe', 'account.offers.cost'],
  effort: [
    'account.history.*.hours',
    'account.history.*.nonStandardRequests',
    'account.resources',
    'person.purposes',
    'person.capacity',
  ],
  prices: ['products.products.price', 'account.valueAgainstPrice'],
  plans: ['account.history.*.plan', 'account.history.*.forecast'],
  wallet: ['account.history.*.walletSpend', 'account.whitespace'],
  contacts: [
    'account.contacts',
    'account.surveys.contact',
    'account.interactions.contact',
    'account.actions.contact',
    'account.strength.respondent',
    'account.goals.agreedWith',
    'account.mentions.contact',
    'account.delivery.processes.agreedWith',
    'account.valueProposition.confirmedBy',
  ],
  surveys: ['account.surveys', 'account.history.*.surveyed'],
  orders: ['orders', 'account.history.*.orders'],
  ratings: ['account.ratings', 'account.strength', 'account.checks'],
  opportunities: ['account.opportunities'],
  contracts: ['account.contracts', 'account.objectives.contract'],
  notes: [
    'account.**.note',
    'account.**.comment',
    'account.**.evidence',
    'account.**.approach',
    'account.**.subject',
    'account.**.reason',
    'person.**.note',
  ],
  places: ['account.location', 'account.region', 'account.country', 'account.units'],
  skills: ['person.skills', 'skills'],
  incentives: ['incentives'],
  budgets: ['resources'],
};

/** A key that is hidden: the kind of its file, and the steps below it without places in lists. */
export interface HiddenKey {
  readonly kind: string;
  readonly steps: readonly string[];
  /** As the profile names it: the group, or the key itself. */
  readonly named: string;
}

export const isGroup = (name: string): name is FieldGroup => Object.hasOwn(groupKeys, name);

export const hiddenKeys = (names: readonly string[]): readonly HiddenKey[] =>
  names.flatMap(named =>
    (isGroup(named) ? groupKeys[named] : [named]).map(key => {
      const [kind = '', ...steps] = key.split('.');
      return { kind, steps, named };
    }),
  );

/**
 * What the schema has at a hidden key; nothing where there is no such key. `needed` holds those without which an entry is
 * not valid, and which no text is: they can't be taken away alone.
 */
export const schemasOf = (key: HiddenKey): { readonly found: number; readonly needed: readonly string[] } => {
  if (key.kind === ordersKind) return { found: isOrderKey(key) ? 1 : 0, needed: [] };
  const kind = fileKinds.find(({ name }) => name === key.kind);
  if (kind === undefined) return { found: 0, needed: [] };
  if (key.steps.length === 0) return { found: isWholeFile(key.kind) ? 1 : 0, needed: [] };
  const named = [...placesBelow(kind.schema, [])].filter(([path]) => names(key.steps, path));
  const needed = named.filter(([, schema]) => blankOf(schema) === undefined);
  return { found: named.length, needed: needed.map(([path]) => path.join('.')) };
};

type SchemaPlace = readonly [path: readonly string[], schema: z.core.$ZodType];

/** Every key below a schema, `*` for the keys of a record. */
function* placesBelow(schema: z.core.$ZodType, path: readonly string[]): Generator<SchemaPlace> {
  for (const [name, child] of childrenOf(schema)) {
    const here = name === undefined ? path : [...path, name];
    if (name !== undefined) yield [here, child];
    yield* placesBelow(child, here);
  }
}

const names = (pattern: readonly string[], path: readonly string[]): boolean => {
  const [step, ...rest] = pattern;
  const [key, ...deeper] = path;
  if (step === undefined || key === undefined) return step === key;
  if (step === '**') return (rest[0] === key && names(rest, path)) || names(pattern, deeper);
  return (step === '*' || key === '*' || step === key) && names(rest, deeper);
};

/** The order lines, which are no YAML: all of them, or their amounts. */
export const ordersKind = 'orders';

const isOrderKey = ({ steps }: HiddenKey): boolean =>
  steps.length === 0 || (steps.length === 1 && steps[0] === 'amount');

/** Files of the programme can be hidden as a whole. */
export const isWholeFile = (kind: string): boolean =>
  !['workspace', 'account', 'person', 'products', 'audiences'].includes(kind);

/** What stands where a field was: its default, nothing, or a dash for a text that has to be there. */
export const blankOf = (schema: z.core.$ZodType): { readonly value: unknown } | undefined => {
  const parsed = (schema as z.ZodType).safeParse(undefined);
  if (parsed.success) return { value: parsed.data };
  const dash = (schema as z.ZodType).safeParse(hiddenText);
  return dash.success ? { value: hiddenText } : undefined;
};

/** Stands in the place of a text that is hidden and that an entry can't be without. */
export const hiddenText = '—';

/** The schemas one step below; those of list entries without a name, those of records under `*`. */
function* childrenOf(
  schema: z.core.$ZodType,
): Generator<readonly [name: string | undefined, schema: z.core.$ZodType]> {
  const { def } = unwrap(schema)._zod;
  if (def.type === 'object') yield* Object.entries(def.shape);
  else if (def.type === 'record') yield ['*', def.valueType];
  else if (def.type === 'array') yield [undefined, def.element];
  else if (def.type === 'tuple') for (const item of def.items) yield [undefined, item];
  else if (def.type === 'union') for (const option of def.options) yield* childrenOf(option);
}
