import type { Finding } from '../../model/finding.ts';
import { limit } from '../portfolio/effort-findings.ts';
import { advised, advising, choice, findingAbout, index, share, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type ResourceShare, resourceShares } from './shares.ts';

/** Key accounts that get far more or far less than they are worth, each in its own plan: what the board moves, it moves here. */
export const accountResourceFindings = (scope: Scope): readonly Finding[] =>
  scope.of(resourceShares).flatMap(row => ofAccount(scope, row));

const courses = { over: 'reduce', under: 'invest' } as const;

const ofAccount = (
  scope: Scope,
  { customer, verdict, farthest, share: part }: ResourceShare,
): readonly Finding[] => {
  if ((verdict !== 'over' && verdict !== 'under') || farthest === undefined || part === undefined) return [];
  const { effortLow, effortHigh } = scope.workspace.settings.thresholds;
  return [
    advising(
      findingAbout(
        customer.id,
        'resources.account',
        'attention',
        60,
        ['resources.share', `resources.ratio.${farthest.measure}`, 'resources.verdict'],
        {
          verdict: choice(verdict),
          share: share(part),
          ratio: index(farthest.ratio),
          measure: term('share-measure', farthest.measure),
          limit: limit(verdict === 'over' ? effortHigh : effortLow),
        },
      ),
      advised(courses[verdict], [customer.id]),
    ),
  ];
};
