import type { Analysis } from '../analysis/analyze.ts';
import { type Customer, customers } from '../analysis/customers.ts';
import { type AccountEvent, eventsBetween } from '../analysis/movements/events.ts';
import { revenueChange } from '../analysis/movements/revenue-change.ts';
import type { ScoreChange } from '../analysis/movements/score-change.ts';
import { hasMoved, scoreChangesBetween } from '../analysis/movements/score-changes.ts';
import type { Bridge } from '../analysis/portfolio/bridge.ts';
import { type Migration, migrationsBetween, segmentation } from '../analysis/portfolio/segmentation.ts';
import type { Figure, FigureId } from '../model/figure.ts';
import { sortBy } from '../model/order.ts';
import type { LocalizedText } from '../model/text.ts';
import type { RevenueBasis } from '../model/workspace-settings.ts';

/** A figure that is not the same in both periods; a side that has no value says why in its figure. */
export interface FigureChange {
  readonly id: FigureId;
  readonly before?: Figure;
  readonly after?: Figure;
}

/** The accounts that changed segment under one scheme. */
export interface SchemeMigration {
  readonly scheme: LocalizedText;
  readonly migrations: readonly Migration[];
}

/** Everything that differs between two periods of one workspace. */
export interface Comparison {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly basis: RevenueBasis;
  /** Absent where one side has no record. */
  readonly revenue?: Bridge;
  /** By size of the change, largest first. */
  readonly scores: readonly ScoreChange[];
  readonly segments: readonly SchemeMigration[];
  readonly events: readonly AccountEvent[];
  /** By id. */
  readonly figures: readonly FigureChange[];
}

export interface ComparisonRequest {
  readonly basis: RevenueBasis;
  /** The only customer to look at; all of them when absent. */
  readonly customer?: string;
}

/** Compares two periods of the same workspace. */
export const compare = (
  before: Analysis,
  after: Analysis,
  { basis, customer: only }: ComparisonRequest,
): Comparison => {
  const [then, now] = [before.scope, after.scope];
  const isMeant = ({ customer }: { readonly customer: Customer }): boolean =>
    only === undefined || customer.id === only;
  const meant = now.of(customers).filter(customer => isMeant({ customer }));
  const revenue = revenueChange(then, now, basis, meant);
  return {
    before,
    after,
    basis,
    ...(revenue === undefined ? {} : { revenue }),
    scores: scoreChangesBetween(then, now)
      .filter(hasMoved)
      .filter(isMeant)
      .sort((a, b) => b.change.abs().comparedTo(a.change.abs())),
    segments: now
      .of(segmentation)
      .map(({ scheme }, index) => ({
        scheme: scheme.name,
        migrations: migrationsBetween(then, now, index).filter(isMeant),
      }))
      .filter(({ migrations }) => migrations.length > 0),
    events: eventsBetween(then, now).filter(isMeant),
    figures:
      only === undefined
        ? changedFigures(before, after)
        : changesOf(before.account(only).figures, after.account(only).figures),
  };
};

const changedFigures = (before: Analysis, after: Analysis): readonly FigureChange[] =>
  sortBy(
    [
      ...changesOf(before.portfolio.figures, after.portfolio.figures),
      ...after.scope.workspace.accounts.flatMap(({ id }) =>
        changesOf(before.account(id).figures, after.account(id).figures),
      ),
    ],
    ({ id }) => id,
  );

type Figures = ReadonlyMap<FigureId, Figure>;

const changesOf = (before: Figures, after: Figures): readonly FigureChange[] =>
  sortBy([...new Set([...before.keys(), ...after.keys()])], id => id).flatMap(id => {
    const [then, now] = [before.get(id), after.get(id)];
    if (then?.value === now?.value && (then === undefined) === (now === undefined)) return [];
    return [{ id, ...(then ? { before: then } : {}), ...(now ? { after: now } : {}) }];
  });
