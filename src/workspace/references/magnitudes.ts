import type { Quarter } from '../../model/account.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { grouped } from './grouped.ts';
import type { Tools } from './tools.ts';

/** Amounts in another unit than their neighbours: entered in thousands, or margins and costs in per cent of the revenue. */
export function* checkMagnitudes(
  { accounts, settings, incomplete }: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  // What was refused may be the neighbours.
  const whole = accounts.filter(({ source }) => !incomplete.has(source.file));
  yield* grouped(whole.flatMap(account => inAccount(account, tools)));
  if (settings === undefined) return;
  const costs = Object.entries(settings.fixedCosts).map(([period, value]) => ({
    value,
    ref: at(settings.source, 'fixedCosts', period),
  }));
  yield* slipsAmong(costs, 'fixedCosts', tools);
}

interface Entry {
  readonly value: number;
  readonly ref: SourceRef;
}

const fields = [
  'revenue',
  'plan',
  'forecast',
  'margin',
  'costToServe',
  'walletSpend',
] as const satisfies readonly (keyof Quarter)[];

/** Fields of the size of revenue: a whole row of them may be in thousands. */
const likeRevenue = ['plan', 'forecast', 'walletSpend'] as const;

/** Fields that people know as a percentage of revenue: a whole row of them may be one. */
const partsOfRevenue = ['margin', 'costToServe'] as const;

/** One report an account. */
const inAccount = (account: Account, tools: Tools): readonly Diagnostic[] => {
  const [first] = fields.flatMap(field => slipsAmong(entriesOf(account, field), field, tools));
  const [row] = likeRevenue.flatMap(field => rowAgainstRevenue(account, field, tools));
  const [percent] = partsOfRevenue.flatMap(field => rowInPercent(account, field, tools));
  const found = first ?? row ?? percent;
  return found === undefined ? [] : [found];
};

const entriesOf = ({ history, source }: Account, field: (typeof fields)[number]): readonly Entry[] =>
  Object.keys(history)
    .sort()
    .flatMap(period => {
      const value = history[period]?.[field];
      // Zero has no magnitude.
      return value === undefined || value === 0 ? [] : [{ value, ref: at(source, 'history', period, field) }];
    });

/** Three values are needed to say which of them is out of line. */
const fewest = 3;

const slipsAmong = (entries: readonly Entry[], field: string, { locate }: Tools): readonly Diagnostic[] => {
  const middle = medianOf(entries);
  if (entries.length < fewest || middle === undefined) return [];
  const slipped = entries.filter(({ value }) => decadesBetween(value, middle) > fewestDecades);
  const [first] = slipped;
  if (first === undefined) return [];
  const others = Math.abs(first.value) > middle ? 'its median over the quarters' : 'smaller than its median';
  const decades = decadesBetween(first.value, middle);
  return [
    catalogue.implausibleMagnitude(
      locate(first.ref),
      field,
      first.value,
      decades,
      others,
      slipped.length - 1,
    ),
  ];
};

const rowAgainstRevenue = (
  account: Account,
  field: (typeof likeRevenue)[number],
  { locate }: Tools,
): readonly Diagnostic[] => {
  const { entries, first, own, revenue } = besideRevenue(account, field);
  if (first === undefined || own === undefined || revenue === undefined) return [];
  const decades = decadesBetween(own, revenue);
  if (decades <= fewestDecades) return [];
  const others = own > revenue ? 'the revenue' : 'smaller than the revenue';
  return [
    catalogue.implausibleMagnitude(
      locate(first.ref),
      field,
      first.value,
      decades,
      others,
      entries.length - 1,
    ),
  ];
};

/** Amounts above zero: what is below is asked about anyway. */
const besideRevenue = (account: Account, field: (typeof fields)[number]) => {
  const entries = entriesOf(account, field).filter(({ value }) => value > 0);
  const revenue = medianOf(entriesOf(account, 'revenue'));
  return { entries, first: entries[0], own: medianOf(entries), revenue };
};

/** Amounts up to a hundred throughout, next to revenue that is a thousand times as much. */
const rowInPercent = (
  account: Account,
  field: (typeof partsOfRevenue)[number],
  { locate }: Tools,
): readonly Diagnostic[] => {
  const { entries, first, own, revenue } = besideRevenue(account, field);
  if (first === undefined || own === undefined || revenue === undefined) return [];
  const isPercent = entries.every(({ value }) => value <= 100) && revenue >= 1000 * own;
  return isPercent ? [catalogue.percentAsAmount(locate(first.ref), field, first.value)] : [];
};

/** A slip of thousands between amounts that differ by less than threefold themselves makes 2.5 decades or more. */
const fewestDecades = 2.5;

/** How many times ten lies between two sizes. */
const decadesBetween = (value: number, other: number): number =>
  Math.abs(Math.log10(Math.abs(value) / other));

/** The lower median of the sizes, which one slip among three does not move. */
const medianOf = (entries: readonly Entry[]): number | undefined => {
  const sizes = entries.map(({ value }) => Math.abs(value)).sort((a, b) => a - b);
  return sizes[Math.floor((sizes.length - 1) / 2)];
};
