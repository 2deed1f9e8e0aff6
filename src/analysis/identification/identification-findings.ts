import type { Finding } from '../../model/finding.ts';
import * as param from '../portfolio/findings.ts';
import { type PointsRow, pointsRows } from '../portfolio/points-table.ts';
import { portfolioRevenue, shareOf } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { accountTypes } from './account-type.ts';
import { type Checklist, checklists } from './checklist.ts';
import { focus } from './focus.ts';

/** Who leads on volume alone, whose declared type the data contradict, and how far key accounts meet the criteria. */
export const identificationFindings = (scope: Scope): readonly Finding[] => [
  ...volumeMisleads(scope),
  ...contradictedTypes(scope),
  ...keyChecklists(scope),
];

/**
 * Revenue volume alone misleads: the largest buyer among those that volume would admit (as many as the points table admits)
 * and the whole table leaves outside, held against the smallest buyer that it admits. Worse where it is the largest of all,
 * or has key status.
 */
const volumeMisleads = (scope: Scope): readonly Finding[] => {
  const points = scope.of(pointsRows);
  const admitted = [...points.values()].filter(row => row.inKeySet);
  const { rows, base } = scope.of(portfolioRevenue);
  const buyers = rows.flatMap(({ customer, current }, index) => {
    const row = points.get(customer.id);
    const share = shareOf(current.total, base);
    return row === undefined || share === undefined ? [] : [{ row, share, place: index + 1 }];
  });
  const largest = buyers.slice(0, admitted.length).find(({ row }) => row.inKeySet === false);
  const smaller = buyers.findLast(({ row }) => row.inKeySet === true);
  if (largest?.row.rank === undefined) return [];
  const { row, share, place } = largest;
  return [
    param.advising(
      param.finding(
        'identification.volume-outside',
        place === 1 || row.key ? 'attention' : 'notable',
        60,
        [`account.${row.customer.id}.share`, `account.${row.customer.id}.score.rank`],
        {
          account: param.account(row.customer.id),
          place: param.count(place),
          rank: param.count(row.rank ?? 0),
          share: param.share(share),
          ...missedBy(scope, row),
          known: param.choice(smaller !== undefined && smaller.place > place ? 'yes' : 'no'),
          smaller: param.account(smaller?.row.customer.id ?? row.customer.id),
          smallerShare: param.share(smaller?.share ?? 0),
        },
      ),
      param.advised(row.key ? 'withdraw' : 'tend', [row.customer.id]),
    ),
  ];
};

const missedBy = (scope: Scope, { customer }: PointsRow): Finding['params'] => {
  const items = scope.of(checklists).find(one => one.customer.id === customer.id)?.items ?? [];
  const missed = items.filter(({ answer }) => answer === 'not-met').map(({ name }) => name);
  return { missed: param.count(missed.length), criteria: { kind: 'texts', texts: missed } };
};

const contradictedTypes = (scope: Scope): readonly Finding[] => {
  const ids = scope
    .of(checklists)
    .map(({ customer }) => customer.id)
    .filter(id => scope.of(accountTypes).get(id)?.basis === 'contradicted');
  if (ids.length === 0) return [];
  return [
    param.finding(
      'identification.type-contradicted',
      'attention',
      50,
      ids.map(id => `account.${id}.identification.type`),
      { count: param.count(ids.length), accounts: param.accounts(ids) },
    ),
  ];
};

/** The key account that meets the smallest part of the criteria that are answered for it. */
const keyChecklists = (scope: Scope): readonly Finding[] => {
  const keys = scope
    .of(focus)
    .filter(({ row, met, notMet }) => row.key && met + notMet > 0)
    .map(checklist => ({ checklist, part: checklist.met / (checklist.met + checklist.notMet) }));
  const [weakest] = [...keys].sort((a, b) => a.part - b.part);
  if (weakest === undefined) return [];
  const full = keys.filter(({ part }) => part === 1);
  const { customer, met, notMet }: Checklist = weakest.checklist;
  return [
    param.finding(
      'identification.checklist',
      full.length === keys.length ? 'good' : 'notable',
      40,
      keys.map(({ checklist }) => `account.${checklist.customer.id}.identification.met`),
      {
        full: param.count(full.length),
        keys: param.count(keys.length),
        weakest: param.account(customer.id),
        met: param.count(met),
        answered: param.count(met + notMet),
      },
    ),
  ];
};
