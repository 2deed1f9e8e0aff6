import type { FigureInput } from '../../model/figure.ts';
import type { Check, CriterionKind } from '../../model/identification.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Criterion, Scoring } from '../../model/scoring.ts';
import { at } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Account } from '../../model/workspace.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import { type PointsItem, type PointsRow, pointsTable } from '../portfolio/points-table.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';

export type Answer = 'met' | 'not-met' | 'unknown';

/** One identification criterion of one account, answered. */
export interface ChecklistItem {
  readonly kind: CriterionKind;
  readonly name: LocalizedText;
  readonly answer: Answer;
  /** The criterion of the points table that answers it; absent for a check that carries no points. */
  readonly criterion?: Criterion;
  /** Where the answer comes from. */
  readonly basis: PointsItem['origin'] | 'answered';
  readonly points?: number;
  /** Points from which it is met. */
  readonly cut?: number;
  readonly note?: LocalizedText;
  readonly by?: string;
  readonly date?: string;
  readonly ratedIn?: PeriodId;
  readonly inputs: readonly FigureInput[];
}

export interface Checklist {
  readonly customer: Customer;
  readonly row: PointsRow;
  /** Criteria of the points table in their order, then the checks. */
  readonly items: readonly ChecklistItem[];
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
}

/** Points from which a criterion counts as met: its own, that of all, or the middle of the scale. */
export const cutOf = ({ scale, identification }: Scoring, criterion: Criterion): number =>
  criterion.met ?? identification.met ?? (scale.min + scale.max) / 2;

/** The checklist of every active customer and prospect, in the order of the points table. */
export const checklists = (scope: Scope): readonly Checklist[] => {
  const table = scope.of(pointsTable);
  if (table === undefined) return [];
  const { scoring } = table;
  return table.rows.map(row => {
    const items = [
      ...row.items.map(item => criterionItem(row.customer.account, item, cutOf(scoring, item.criterion))),
      ...scoring.identification.checks.map(check => checkItem(scope, row.customer.account, check)),
    ];
    const count = (answer: Answer): number => items.filter(item => item.answer === answer).length;
    return {
      customer: row.customer,
      row,
      items,
      met: count('met'),
      notMet: count('not-met'),
      unknown: count('unknown'),
    };
  });
};

export const checklistsOf = byAccount(
  scope => scope.of(checklists),
  ({ customer }) => customer.id,
);

const criterionItem = (
  account: Account,
  { criterion, origin, points, ratedIn }: PointsItem,
  cut: number,
): ChecklistItem => {
  const rating = ratedIn === undefined ? undefined : account.ratings[ratedIn]?.[criterion.id];
  return {
    kind: criterion.kind,
    name: criterion.shortName ?? criterion.name,
    answer: points === undefined ? 'unknown' : answerOf(points >= cut),
    criterion,
    basis: origin,
    ...(points === undefined ? {} : { points }),
    cut,
    ...(ratedIn === undefined ? {} : { ratedIn }),
    ...(typeof rating === 'object' ? evidenceOf(rating) : {}),
    inputs: [`account.${account.id}.score.criterion.${criterion.id}`],
  };
};

/** A check without an answer, or with one that is dated after the period, is unknown. */
const checkItem = (scope: Scope, account: Account, { id, kind, name, shortName }: Check): ChecklistItem => {
  const given = account.checks[id];
  const common = { kind, name: shortName ?? name };
  const date = typeof given === 'object' ? given.date : undefined;
  if (given === undefined || (date !== undefined && date > lastDay(scope)))
    return { ...common, answer: 'unknown', basis: 'missing', inputs: [at(account.source, 'checks')] };
  return {
    ...common,
    answer: answerOf(typeof given === 'object' ? given.met : given),
    basis: 'answered',
    ...(typeof given === 'object' ? evidenceOf(given) : {}),
    inputs: [at(account.source, 'checks', id)],
  };
};

const answerOf = (isMet: boolean): Answer => (isMet ? 'met' : 'not-met');

interface Evidence {
  readonly by?: string | undefined;
  readonly date?: string | undefined;
  readonly note?: LocalizedText | undefined;
}

const evidenceOf = ({ by, date, note }: Evidence): Pick<ChecklistItem, 'by' | 'date' | 'note'> => ({
  ...(by === undefined ? {} : { by }),
  ...(date === undefined ? {} : { date }),
  ...(note === undefined ? {} : { note }),
});
