import type { Finding } from '../../model/finding.ts';
import type { LocalizedText } from '../../model/text.ts';
import { account, accounts, choice, count, finding, points, quoted } from '../portfolio/findings.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { pointsTable } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';
import { eventFigureIds, recentEvents } from './event-results.ts';
import type { EventKind } from './events.ts';
import { isStill } from './score-change.ts';
import { type MovedScore, scoreMovementOf, shownScores } from './score-changes.ts';

/** The score that moved most and why, and who came, left, or got another status. */
export const movementFindings = (scope: Scope): readonly Finding[] => [
  ...largestMovement(scope),
  ...roster(scope),
];

const largestMovement = (scope: Scope): readonly Finding[] => {
  const moved = scope.of(shownScores);
  // What began or ceased to be rated says little about the customer: whatever points or weights moved goes first.
  const largest = moved.find(one => causeOf(one) !== 'coverage') ?? moved[0];
  const table = scope.of(pointsTable);
  if (largest === undefined || table === undefined || isStill(largest.change)) return [];
  const id = `account.${largest.customer.id}.score.movement`;
  const precision = scorePrecision(table.scoring.scale);
  const passed = moved[0] === largest ? undefined : moved[0];
  return [
    finding('movements.scores', 'notable', 50, [id, `${id}.inputs`, `${id}.weights`, `${id}.coverage`], {
      account: account(largest.customer.id),
      direction: choice(largest.change > 0 ? 'up' : 'down'),
      // A decimal less than the tables: there it is the difference of the printed scores.
      change: points(Math.abs(largest.change), precision - 1),
      moved: count(moved.length),
      cause: choice(causeOf(largest)),
      criteria: quoted(criteriaBehind(scope, largest)),
      passedOver: choice(passed === undefined ? 'no' : 'yes'),
      passed: account((passed ?? largest).customer.id),
      passedChange: points((passed ?? largest).change, precision, true),
    }),
  ];
};

/** More names than these would not fit into a headline. */
const criteriaNamed = 3;

/** The criteria whose points moved the score its way, the strongest first. */
const criteriaBehind = (scope: Scope, { customer, inputs }: MovedScore): readonly LocalizedText[] =>
  [...(scoreMovementOf(scope, customer.id)?.criteria ?? [])]
    .map(({ inputs: effect, after }) => ({ effect: effect.toNumber(), criterion: after.criterion }))
    .filter(({ effect }) => !isStill(effect) && Math.sign(effect) === Math.sign(inputs))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, criteriaNamed)
    .map(({ criterion }) => criterion.shortName ?? criterion.name);

/** What moved a score most. */
const causeOf = ({ inputs, weights, coverage }: MovedScore): 'ratings' | 'weights' | 'coverage' => {
  const most = Math.max(...[inputs, weights, coverage].map(Math.abs));
  if (Math.abs(inputs) === most) return 'ratings';
  return Math.abs(weights) === most ? 'weights' : 'coverage';
};

const roster = (scope: Scope): readonly Finding[] => {
  const of = (kind: EventKind): readonly string[] =>
    scope
      .of(recentEvents)
      .filter(event => event.kind === kind)
      .map(({ customer }) => customer.id);
  const [came, left, designated, released] = [of('new'), of('lost'), of('designated'), of('released')];
  const all = [...came, ...left, ...designated, ...released];
  if (all.length === 0) return [];
  return [
    finding('movements.roster', left.length > 0 ? 'attention' : 'notable', 40, eventFigureIds, {
      came: count(came.length),
      left: count(left.length),
      designated: count(designated.length),
      released: count(released.length),
      accounts: accounts([...new Set(all)]),
    }),
  ];
};
