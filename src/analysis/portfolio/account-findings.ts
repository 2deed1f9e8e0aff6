import type { Finding } from '../../model/finding.ts';
import { previous } from '../../model/period.ts';
import type { Scope } from '../scope.ts';
import {
  advised,
  advising,
  choice,
  count,
  findingAbout,
  line,
  period,
  points,
  share,
  text,
} from './findings.ts';
import { type KaismMovement, kaismMovements } from './kaism.ts';
import { scorePrecision } from './points-series.ts';
import { type PointsRow, pointsRows, pointsTable } from './points-table.ts';
import { type CustomerRevenue, growthOfRows, portfolioRevenue, shareOf } from './revenue.ts';
import { directionOf } from './revenue-findings.ts';

/** For each key account: how it moved, what it weighs, and whether the points table would admit it today. */
export const accountFindings = (scope: Scope): readonly Finding[] => {
  const movements = new Map(scope.of(kaismMovements).map(one => [one.now.customer.id, one]));
  const points = scope.of(pointsRows);
  return scope
    .of(portfolioRevenue)
    .rows.filter(row => row.key)
    .flatMap(row => [
      headline(scope, row, movements.get(row.customer.id)),
      ...weight(scope, row),
      ...notAdmitted(scope, points.get(row.customer.id), points.size),
    ]);
};

type Direction = ReturnType<typeof directionOf> | 'new' | 'unknown';
type Place = 'enters' | 'stays' | 'first' | 'unplaced';

const headline = (scope: Scope, row: CustomerRevenue, movement: KaismMovement | undefined): Finding => {
  const { customer, current, prior, comparable } = row;
  const growth = growthOfRows([row]);
  const isNew = comparable && current.total !== undefined && prior.total === undefined;
  const direction: Direction = growth === undefined ? (isNew ? 'new' : 'unknown') : directionOf(growth);
  const place = placeOf(movement);
  const quadrant = movement?.now.quadrant ?? 'none';
  return findingAbout(
    customer.id,
    'account.headline',
    severityOf(direction, place, movement),
    80,
    ['revenue', 'revenue-prior', 'revenue-change', ...(movement === undefined ? [] : ['kaism.quadrant'])],
    {
      direction: choice(direction),
      change: share(Math.abs(growth ?? 0)),
      place: choice(place),
      quadrant: choice(quadrant),
      before: choice(movement?.before?.quadrant ?? 'none'),
      since: period(previous(scope.period)),
      attractiveness: points(movement?.now.attractiveness.value ?? 0),
      strength: points(movement?.now.strength?.value ?? 0),
      distance: points(movement?.now.distance ?? 0),
      near: choice(movement?.now.near === true ? 'yes' : 'no'),
      caused: choice(customer.account.retention === undefined ? 'no' : 'yes'),
      cause: text(customer.account.retention?.cause ?? '–'),
    },
  );
};

const placeOf = (movement: KaismMovement | undefined): Place => {
  if (movement === undefined) return 'unplaced';
  if (movement.moved) return 'enters';
  return movement.before?.quadrant === undefined ? 'first' : 'stays';
};

const severityOf = (
  direction: Direction,
  place: Place,
  movement: KaismMovement | undefined,
): Finding['severity'] => {
  if (place === 'enters' && movement?.before?.quadrant === 'key') return 'attention';
  if (direction === 'falls') return 'attention';
  return direction === 'grows' || (place === 'enters' && movement?.now.quadrant === 'key')
    ? 'good'
    : 'notable';
};

const weight = (scope: Scope, { customer, current }: CustomerRevenue): readonly Finding[] => {
  const { base, rows } = scope.of(portfolioRevenue);
  const part = shareOf(current.total, base);
  if (part === undefined) return [];
  const { attention } = scope.workspace.settings.thresholds;
  const place = rows.findIndex(row => row.customer.id === customer.id) + 1;
  return [
    findingAbout(customer.id, 'account.weight', 'notable', 60, ['share', 'loss.revenue-after'], {
      share: share(part),
      place: count(place),
      of: count(rows.filter(row => row.current.total !== undefined).length),
      attention: choice(part >= attention ? 'yes' : 'no'),
      line: line(attention),
    }),
  ];
};

/** Key status without the points for it: too few, or enough of them and too many accounts with more. */
const notAdmitted = (scope: Scope, row: PointsRow | undefined, ranked: number): readonly Finding[] => {
  const scoring = scope.of(pointsTable)?.scoring;
  if (row?.inKeySet !== false || row.value === undefined || scoring === undefined) return [];
  const { threshold, places } = scoring.keySet;
  const isBelow = threshold !== undefined && row.value < threshold;
  return [
    advising(
      findingAbout(row.customer.id, 'account.not-admitted', 'attention', 90, ['score.total', 'score.rank'], {
        score: points(row.value, scorePrecision(scoring.scale)),
        rank: count(row.rank ?? 0),
        of: count(ranked),
        why: choice(isBelow ? 'threshold' : 'places'),
        threshold: points(threshold ?? 0),
        places: count(places ?? 0),
      }),
      advised('withdraw', [row.customer.id]),
    ),
  ];
};
