import type { Finding } from '../../model/finding.ts';
import type { Purpose } from '../../model/person.ts';
import { accounts, choice, count, figure, finding, share, terms } from '../portfolio/findings.ts';
import { growthOfRows } from '../portfolio/revenue.ts';
import { standingOf } from '../portfolio/standing.ts';
import { accountsAtRisk } from '../relation/at-risk.ts';
import { curingMoves } from '../resources/moves.ts';
import type { Scope } from '../scope.ts';
import { leftOpen } from './left-open.ts';
import { type KamReview, kamReviews } from './reviews.ts';
import { turnoverOf } from './turnover.ts';

/** What a talk may start from: about one person each, and never about one person against another. */
export const reviewFindings = (scope: Scope): readonly Finding[] =>
  scope
    .of(kamReviews)
    .flatMap(review => [
      headline(scope, review),
      ...effort(review),
      ...leftOpen(scope, review.kam).map(found => about(review, found)),
    ]);

const about = ({ kam }: KamReview, found: Finding): Finding => ({
  ...found,
  id: `${found.code}.${kam.id}`,
  kam: kam.id,
});

/** How the revenue of the person develops, whether by customers won and lost or by those of both years, and the load. */
const headline = (scope: Scope, review: KamReview): Finding => {
  const { kam, load, balance } = review;
  const own = new Set(load.needs.map(({ customer }) => customer.id));
  const risky = scope.of(accountsAtRisk).flatMap(({ customer: { id } }) => (own.has(id) ? [id] : []));
  const growth = balance.find(({ measure }) => measure === 'growth')?.now.value;
  const { won, lost, stayed } = turnoverOf(scope, kam);
  const kept = growthOfRows(stayed);
  const prospects = load.needs.filter(({ customer }) => standingOf(scope, customer) === 'prospect').length;
  const unsaid = load.needs.filter(({ hours }) => hours === undefined).map(({ customer }) => customer.id);
  return about(
    review,
    finding('kam.headline', 'notable', 60, [`kam.${kam.id}.output.growth`, `kam.${kam.id}.load`], {
      accounts: count(load.needs.length - prospects),
      prospects: count(prospects),
      direction: choice(directionOf(growth)),
      change: share(Math.abs(growth ?? 0)),
      won: count(won.length),
      lost: count(lost.length),
      lostAccounts: accounts(lost.map(({ customer }) => customer.id)),
      stayed: count(stayed.length),
      keptDirection: choice(stayed.length === 0 ? 'unknown' : directionOf(kept)),
      kept: share(Math.abs(kept ?? 0)),
      load: figure(`kam.${kam.id}.load`),
      // Too much to do comes first, then what may be lost, then a load that can be borne.
      exposed: choice(isExposed(review) && load.verdict !== 'over' ? 'yes' : 'no'),
      exposure: figure(`kam.${kam.id}.difficulty.exposure`),
      known: choice(loadKnown(review)),
      difficulty: figure(`kam.${kam.id}.difficulty`),
      verdict: choice(load.verdict ?? 'unknown'),
      movable: choice(scope.of(curingMoves).some(({ from }) => from.id === kam.id) ? 'yes' : 'no'),
      unsaid: count(unsaid.length),
      unsaidAccounts: accounts(unsaid),
      risky: count(risky.length),
      riskyAccounts: accounts(risky),
    }),
  );
};

const directionOf = (growth: number | undefined): 'grows' | 'falls' | 'steady' | 'unknown' => {
  if (growth === undefined) return 'unknown';
  if (growth === 0) return 'steady';
  return growth > 0 ? 'grows' : 'falls';
};

const isExposed = ({ difficulty }: KamReview): boolean => (difficulty.parts.exposure?.value ?? 0) > 0;

/** Whether the load is known, known as a minimum, or not at all. */
const loadKnown = ({ load }: KamReview): 'whole' | 'part' | 'none' => {
  if (load.load === undefined) return 'none';
  return load.coverage.n < load.coverage.of ? 'part' : 'whole';
};

/** What most of the effort is for. */
const effort = (review: KamReview): readonly Finding[] => {
  const { kam, effort: split } = review;
  if (split === undefined)
    return [about(review, finding('kam-effort.unsaid', 'notable', 50, [`kam.${kam.id}.effort.source`], {}))];
  const [largest] = [...split.parts].sort((a, b) => b.share - a.share);
  if (largest === undefined) return [];
  const tied = split.parts.filter(({ amount }) => amount === largest.amount);
  const shareFor = (purpose: Purpose) => figure(`kam.${kam.id}.effort.${purpose}`);
  return [
    about(
      review,
      finding('kam-effort.split', 'notable', 50, [`kam.${kam.id}.effort.${largest.purpose}`], {
        purpose: choice(largest.purpose),
        tied: choice(tied.length > 1 ? 'yes' : 'no'),
        tiedPurposes: terms(
          'purpose-inline',
          tied.map(one => one.purpose),
        ),
        largest: shareFor(largest.purpose),
        retain: shareFor('retain'),
        develop: shareFor('develop'),
        advise: shareFor('advise'),
        source: choice(split.source),
        n: count(split.coverage.n),
        of: count(split.coverage.of),
      }),
    ),
  ];
};
