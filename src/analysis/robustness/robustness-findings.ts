import type { Finding } from '../../model/finding.ts';
import * as param from '../portfolio/findings.ts';
import { text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { contenders } from './contenders.ts';
import type { KeySetChange } from './key-set-change.ts';
import { type Robustness, robustness } from './robustness.ts';
import { insecureKeys } from './robustness-figures.ts';
import type { WeightInterval } from './weight-intervals.ts';

/** Whose place depends on the weights, which weight moves the line first, and between whom weights decide. */
export const robustnessFindings = (scope: Scope): readonly Finding[] => {
  const found = scope.of(robustness);
  if (found === undefined) return [];
  return [...insecure(scope, found), ...nearestChange(found), ...closestTie(found), ...certain(scope)];
};

const insecure = (scope: Scope, { settings }: Robustness): readonly Finding[] => {
  const all = scope.of(insecureKeys);
  if (all.length === 0) return [];
  const ids = all.map(({ row }) => row.customer.id);
  return [
    param.advising(
      param.finding(
        'robustness.insecure-key',
        'attention',
        70,
        all.map(({ row }) => `account.${row.customer.id}.robustness.key-set`),
        {
          insecure: param.count(all.length),
          accounts: param.accounts(ids),
          keys: param.count(scope.of(contenders).filter(({ row }) => row.key).length),
          limit: param.line(settings.insecure),
          within: param.line(settings.within),
          never: param.choice(all.every(({ near }) => near === 0) ? 'yes' : 'no'),
          most: param.share(Math.max(...all.map(({ near }) => near ?? 0))),
        },
      ),
      param.advised('withdraw', ids, 'accounts', 'insecure'),
    ),
  ];
};

interface Nearest {
  readonly interval: WeightInterval;
  readonly side: 'low' | 'high';
  readonly change: KeySetChange;
  /** Distance from the stated weight, as a part of it. */
  readonly distance: number;
}

/** The key set holds as long as no weight goes further than to here. */
const nearestChange = ({ intervals, settings, grid }: Robustness): readonly Finding[] => {
  if (intervals.length === 0) return [];
  const within = param.line(settings.within);
  const [nearest, next] = intervals
    .flatMap(ends)
    .filter(({ distance }) => distance <= settings.within)
    .sort((a, b) => a.distance - b.distance);
  if (nearest === undefined)
    return [
      param.finding('robustness.key-set-holds', 'good', 60, intervals.map(idOf('low')), {
        within,
        criteria: param.count(intervals.length),
      }),
    ];
  const first = paramsOf(nearest, grid);
  // A sentence gets all its parameters; `next` says whether there is a second change to speak of.
  const second = paramsOf(next ?? nearest, grid);
  return [
    param.finding(
      'robustness.weight-decides',
      'attention',
      60,
      (next === undefined ? [nearest] : [nearest, next]).flatMap(({ interval, side }) => [
        idOf(side)(interval),
        idOf('stated')(interval),
      ]),
      {
        ...first,
        next: next === undefined ? param.choice('none') : second.side,
        nextCriterion: second.criterion,
        nextShare: second.share,
        nextStated: second.stated,
        nextMoves: second.moves,
        nextEnters: second.enters,
        nextLeaves: second.leaves,
      },
    ),
  ];
};

const paramsOf = ({ interval, side, change }: Nearest, grid: Robustness['grid']) => {
  const account = (row: number | undefined): string => grid.rows[row ?? -1]?.customer.id ?? '';
  return {
    criterion: text(interval.criterion.shortName ?? interval.criterion.name),
    side: param.choice(side),
    share: param.share(change.share),
    stated: param.share(interval.stated),
    moves: param.choice(movesOf(change)),
    // `moves` says which of the two the sentence names.
    enters: param.account(account(change.enters ?? change.leaves)),
    leaves: param.account(account(change.leaves ?? change.enters)),
  };
};

const ends = (interval: WeightInterval): readonly Nearest[] =>
  (['low', 'high'] as const).flatMap(side => {
    const change = interval[side];
    return change === undefined
      ? []
      : [
          {
            interval,
            side,
            change,
            distance: Math.abs(change.share - interval.stated) / interval.stated,
          },
        ];
  });

const idOf =
  (name: string) =>
  ({ criterion }: WeightInterval): string =>
    `portfolio.robustness.weight.${criterion.id}.${name}`;

const movesOf = ({ enters, leaves }: KeySetChange): string => {
  if (enters !== undefined && leaves !== undefined) return 'both';
  return enters === undefined ? 'leaves' : 'enters';
};

/** The two neighbours between whom the weights come closest to tossing a coin. */
const closestTie = ({ pairs, near, grid, settings }: Robustness): readonly Finding[] => {
  const [closest] = pairs
    .map(([ahead, behind], index) => ({
      ahead: grid.rows[ahead]?.customer.id ?? '',
      behind: grid.rows[behind]?.customer.id ?? '',
      share: (near.ahead[index] ?? 0) / near.samples,
    }))
    .sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5));
  if (closest === undefined) return [];
  return [
    param.finding(
      'robustness.tie',
      'notable',
      40,
      [`account.${closest.ahead}.score.total`, `account.${closest.behind}.score.total`],
      {
        ahead: param.account(closest.ahead),
        behind: param.account(closest.behind),
        share: param.share(closest.share),
        within: param.line(settings.within),
      },
    ),
  ];
};

const certain = (scope: Scope): readonly Finding[] => {
  const admitted = scope.of(contenders).filter(({ row }) => row.inKeySet);
  const always = admitted.filter(({ any, near }) => any === 1 && near === 1);
  if (admitted.length === 0) return [];
  return [
    param.finding(
      'robustness.certain',
      always.length > 0 ? 'good' : 'notable',
      20,
      ['portfolio.robustness.certain'],
      {
        always: param.count(always.length),
        admitted: param.count(admitted.length),
        accounts: param.accounts(always.map(({ row }) => row.customer.id)),
      },
    ),
  ];
};
