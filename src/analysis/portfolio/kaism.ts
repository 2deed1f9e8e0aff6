import type { StrengthAssessment } from '../../model/account.ts';
import { compareIds } from '../../model/order.ts';
import { type PeriodId, previous } from '../../model/period.ts';
import { kaismQuadrants } from '../../model/quadrants.ts';
import type { Scoring } from '../../model/scoring.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { Customer } from '../customers.ts';
import { money as exact } from '../money.ts';
import type { Scope } from '../scope.ts';
import type { Scale } from './derived-points.ts';
import { type PointsItem, pointsTable, type Score, scoreOf } from './points-table.ts';
import { difference, weightedMean } from './weighted.ts';

/** Quadrants by attractiveness and strength: high/high, high/low, low/high, low/low. */
export const quadrants = kaismQuadrants;
export type Quadrant = (typeof quadrants)[number];

export interface KaismCuts {
  readonly attractiveness: number;
  readonly strength: number;
  readonly near: number;
}

/** Relative strength, who rated it and when. */
export interface Strength {
  /** On the points scale; the middle is as strong as the best competitor. */
  readonly value?: number;
  readonly scoredBy: 'customer' | 'own';
  /** Quarter of the assessment, and its date where recorded. */
  readonly scoredIn: PeriodId;
  readonly scoredOn?: string;
  /** Who answered for the customer, and whom they compared us with. */
  readonly respondent?: string;
  readonly competitor?: string;
  readonly criteria: StrengthAssessment['criteria'];
  readonly source: SourceRef;
}

/** One account on both axes; without a quadrant where an axis is missing. */
export interface KaismRow {
  readonly customer: Customer;
  readonly key: boolean;
  readonly attractiveness: Score;
  readonly items: readonly PointsItem[];
  readonly strength?: Strength;
  readonly quadrant?: Quadrant;
  /** Distance to the nearest cut, in points. */
  readonly distance?: number;
  readonly near: boolean;
}

export interface Kaism {
  readonly scale: Scale;
  readonly cuts: KaismCuts;
  /** Active customers and prospects, by id. */
  readonly rows: readonly KaismRow[];
}

/** Cuts as declared; the middle of the scale where they are not. */
export const cutsOf = ({ scale, kaism: { attractiveness, strength, near } }: Scoring): KaismCuts => ({
  attractiveness: attractiveness ?? middle(scale),
  strength: strength ?? middle(scale),
  near,
});

const middle = ({ min, max }: Scale): number => (min + max) / 2;

/** The key account identification and selection matrix; undefined where the workspace declares no criteria. */
export const kaism = (scope: Scope): Kaism | undefined => {
  const table = scope.of(pointsTable);
  if (table === undefined) return undefined;
  const { scale } = table.scoring;
  const cuts = cutsOf(table.scoring);
  const isWhole = table.scoring.criteria.every(criterion => criterion.attractiveness);
  const rows = table.rows.map((row): KaismRow => {
    const { customer, key } = row;
    const items = row.items.filter(item => item.criterion.attractiveness && item.criterion.weight > 0);
    const attractiveness = isWhole ? row : scoreOf(items, scale);
    const strength = strengthOf(scope, customer.account, scale);
    return {
      customer,
      key,
      attractiveness,
      items,
      ...(strength === undefined ? {} : { strength }),
      ...placeOf(attractiveness.value, strength?.value, cuts),
    };
  });
  return { scale, cuts, rows: rows.sort((a, b) => compareIds(a.customer.id, b.customer.id)) };
};

/** On a cut is high. */
export const quadrantOf = (attractiveness: number, strength: number, cuts: KaismCuts): Quadrant => {
  if (attractiveness >= cuts.attractiveness) return strength >= cuts.strength ? 'key' : 'development';
  return strength >= cuts.strength ? 'maintenance' : 'opportunistic';
};

const placeOf = (
  attractiveness: number | undefined,
  strength: number | undefined,
  cuts: KaismCuts,
): Pick<KaismRow, 'quadrant' | 'distance' | 'near'> => {
  if (attractiveness === undefined || strength === undefined) return { near: false };
  const distance = Math.min(
    Math.abs(difference(attractiveness, cuts.attractiveness)),
    Math.abs(difference(strength, cuts.strength)),
  );
  return { quadrant: quadrantOf(attractiveness, strength, cuts), distance, near: distance < cuts.near };
};

/** The last assessment up to the period; within a quarter the last by date. */
const strengthOf = (scope: Scope, account: Account, scale: Scale): Strength | undefined => {
  const known = account.strength
    .map((assessment, index) => ({ assessment, index }))
    .filter(({ assessment }) => assessment.period <= scope.period)
    .sort(
      (a, b) =>
        compareIds(a.assessment.period, b.assessment.period) ||
        compareIds(a.assessment.date ?? '', b.assessment.date ?? '') ||
        a.index - b.index,
    )
    .at(-1);
  if (known === undefined) return undefined;
  const { assessment, index } = known;
  const value = relativeStrength(assessment, scale);
  return {
    ...(value === undefined ? {} : { value }),
    scoredBy: assessment.by,
    scoredIn: assessment.period,
    criteria: assessment.criteria,
    ...(assessment.date === undefined ? {} : { scoredOn: assessment.date }),
    ...(assessment.respondent === undefined ? {} : { respondent: assessment.respondent }),
    ...(assessment.competitor === undefined ? {} : { competitor: assessment.competitor }),
    source: at(account.source, 'strength', index),
  };
};

/** Middle of the scale + (weighted mean of us − weighted mean of the best competitor) / 2: never leaves the scale. */
export const relativeStrength = (
  { criteria }: Pick<StrengthAssessment, 'criteria'>,
  scale: Scale,
): number | undefined => {
  const us = weightedMean(criteria.map(({ weight, us: points }) => ({ weight, points })));
  const competitor = weightedMean(criteria.map(({ weight, competitor: points }) => ({ weight, points })));
  return us === undefined || competitor === undefined
    ? undefined
    : exact(us).minus(competitor).dividedBy(2).plus(middle(scale)).toNumber();
};

/** An account that is placed now, with where it stood a quarter ago. */
export interface KaismMovement {
  readonly now: KaismRow & { readonly quadrant: Quadrant };
  readonly before?: KaismRow;
  /** From one quadrant into another. */
  readonly moved: boolean;
}

/** Every account with both axes, by id. */
export const kaismMovements = (scope: Scope): readonly KaismMovement[] => {
  const earlier = new Map(
    scope
      .at(previous(scope.period))
      .of(kaism)
      ?.rows.map(row => [row.customer.id, row]),
  );
  return (scope.of(kaism)?.rows ?? []).flatMap(row => {
    if (row.quadrant === undefined) return [];
    const before = earlier.get(row.customer.id);
    const now = { ...row, quadrant: row.quadrant };
    return [
      {
        now,
        ...(before === undefined ? {} : { before }),
        moved: before?.quadrant !== undefined && before.quadrant !== row.quadrant,
      },
    ];
  });
};
