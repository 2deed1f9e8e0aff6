import type { Quarter } from '../../model/account.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { grouped } from './grouped.ts';
import type { Tools } from './tools.ts';

/** Amounts entered in thousands among amounts in units, or the other way round: about a factor of 1000 to their neighbours. */
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

/** One report an account. */
const inAccount = (account: Account, tools: Tools): readonly Diagnostic[] => {
  const [first] = fields.flatMap(field => slipsAmong(entriesOf(account, field), field, tools));
  const [row] = likeRevenue.flatMap(field => rowAgainstRevenue(account, field, tools));
  const found = first ?? row;
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
  const slipped = entries.filter(({ value }) => isThousandfold(value, middle));
  const [first] = slipped;
  if (first === undefined) return [];
  const others = Math.abs(first.value) > middle ? 'its median over the quarters' : 'smaller than its median';
  return [catalogue.implausibleMagnitude(locate(first.ref), field, first.value, others, slipped.length - 1)];
};

const rowAgainstRevenue = (
  account: Account,
  field: (typeof likeRevenue)[number],
  { locate }: Tools,
): readonly Diagnostic[] => {
  const entries = entriesOf(account, field);
  const [own, revenue] = [medianOf(entries), medianOf(entriesOf(account, 'revenue'))];
  const [first] = entries;
  if (first === undefined || own === undefined || revenue === undefined) return [];
  if (!isThousandfold(own, revenue)) return [];
  const others = own > revenue ? 'the revenue' : 'smaller than the revenue';
  return [catalogue.implausibleMagnitude(locate(first.ref), field, first.value, others, entries.length - 1)];
};

/** A slip of thousands between amounts that differ by less than threefold themselves: 10^2.5 to 10^3.5. */
const isThousandfold = (value: number, other: number): boolean =>
  Math.abs(Math.abs(Math.log10(Math.abs(value) / other)) - 3) < 0.5;

/** The lower median of the sizes, which one slip among three does not move. */
const medianOf = (entries: readonly Entry[]): number | undefined => {
  const sizes = entries.map(({ value }) => Math.abs(value)).sort((a, b) => a - b);
  return sizes[Math.floor((sizes.length - 1) / 2)];
};
