import type { Finding } from '../../model/finding.ts';
import type { Scope } from '../scope.ts';
import { account, accounts, advised, advising, choice, count, finding, points } from './findings.ts';
import { type KeySetAnswer, keySetAnswer } from './key-set-answer.ts';
import { scorePrecision } from './points-series.ts';
import { type PointsRow, type PointsTable, pointsTable } from './points-table.ts';
import { boundaryOf } from './ranking.ts';
import { difference } from './weighted.ts';

/** Who the points table would admit, how close the line is, and what is not rated. */
export const pointsFindings = (scope: Scope): readonly Finding[] => {
  const table = scope.of(pointsTable);
  if (table === undefined) return [];
  return [...keySet(table), ...boundary(table), ...leader(table), ...incomplete(table)];
};

const totals = (rows: readonly PointsRow[]): string[] =>
  rows.map(({ customer }) => `account.${customer.id}.score.total`);
const ids = (rows: readonly PointsRow[]): string[] => rows.map(({ customer }) => customer.id);

const keySet = ({ rows, scoring }: PointsTable): readonly Finding[] => {
  const admitted = rows.filter(row => row.inKeySet);
  if (rows.every(row => row.inKeySet === undefined)) return [];
  const rejected = rows.filter(row => row.key && row.inKeySet === false);
  const candidates = admitted.filter(row => !row.key);
  const answered = (answer: KeySetAnswer): readonly PointsRow[] =>
    rows.filter(row => !row.key && keySetAnswer(row, scoring.keySet) === answer);
  const [sure, maybe] = [answered('yes'), answered('perhaps')];
  const agrees = rejected.length === 0 && candidates.length === 0;
  const code = agrees ? 'ranking.key-set-agrees' : 'ranking.key-set';
  const found = finding(
    code,
    agrees ? 'good' : 'attention',
    80,
    ['portfolio.ranking.key-set.count', ...totals([...rejected, ...candidates])],
    {
      admitted: count(admitted.length),
      rejected: count(rejected.length),
      rejectedAccounts: accounts(ids(rejected)),
      candidates: count(candidates.length),
      candidateAccounts: accounts(ids(candidates)),
      sure: count(sure.length),
      sureAccounts: accounts(ids(sure)),
      maybe: count(maybe.length),
      maybeAccounts: accounts(ids(maybe)),
      fresh: choice(candidates.length === admitted.length ? 'yes' : 'no'),
    },
  );
  if (agrees) return [found];
  return [
    advising(
      found,
      advised('withdraw', ids(rejected), 'rejectedAccounts', 'rejected'),
      advised('admit', ids(candidates), 'candidateAccounts', 'candidates'),
    ),
  ];
};

const boundary = ({ rows, scoring }: PointsTable): readonly Finding[] => {
  const line = boundaryOf(rows);
  if (line === undefined) return [];
  const [inside, outside] = line;
  const gap = difference(inside.value ?? 0, outside.value ?? 0);
  if (gap >= scoring.nearTie) return [];
  return [
    finding('ranking.boundary-tie', 'attention', 60, totals([inside, outside]), {
      inside: account(inside.customer.id),
      outside: account(outside.customer.id),
      gap: points(gap, scorePrecision(scoring.scale)),
      tie: points(scoring.nearTie, scorePrecision(scoring.scale)),
    }),
  ];
};

const leader = ({ rows, scoring }: PointsTable): readonly Finding[] => {
  const [first] = rows;
  if (first?.value === undefined) return [];
  return [
    finding('ranking.leader', 'notable', 20, totals([first]), {
      account: account(first.customer.id),
      score: points(first.value, scorePrecision(scoring.scale)),
      accounts: count(rows.filter(row => row.value !== undefined).length),
    }),
  ];
};

const incomplete = ({ rows }: PointsTable): readonly Finding[] => {
  const gaps = rows.filter(row => row.coverage.n < row.coverage.of);
  if (gaps.length === 0) return [];
  return [
    finding('ranking.missing-ratings', 'attention', 40, totals(gaps), {
      gaps: count(gaps.length),
      of: count(rows.length),
      accounts: accounts(ids(gaps)),
    }),
  ];
};
