import type { Finding } from '../../model/finding.ts';
import type { Series } from '../../model/series.ts';
import { methodOf } from '../method.ts';
import * as column from '../portfolio/columns.ts';
import { coverFindings } from '../portfolio/cover-findings.ts';
import * as param from '../portfolio/findings.ts';
import { coverOf, coverWithout, servedMargin } from '../portfolio/fixed-cost-cover.ts';
import { groupMembers } from '../portfolio/groups.ts';
import { lossScenarios } from '../portfolio/loss.ts';
import { accountLossFigures, lossFigures } from '../portfolio/loss-figures.ts';
import type { Scope } from '../scope.ts';

/** What would be left without each key account, everything else unchanged, and who belongs to each group. */
export const loss = methodOf(
  {
    id: 'loss',
    section: '1.6',
    literature: [],
    settings: ['workspace.basis', 'workspace.fixedCosts'],
    finds: { everyone: ['portfolio', 'dependence'] },
  },
  {
    figures: lossFigures,
    series: scope => [scenarios(scope), groups(scope)],
    findings: scope => [...worstLoss(scope), ...coverFindings(scope)],
    ofAccount: { figures: accountLossFigures },
  },
);

const scenarios = (scope: Scope): Series => ({
  id: 'portfolio.loss',
  columns: [
    column.account,
    column.shows(column.amount(scope, 'revenue'), 'account.{account}.revenue'),
    column.shows(column.amount(scope, 'revenueAfter'), 'account.{account}.loss.revenue-after'),
    column.shows(column.share('revenueDrop'), 'account.{account}.loss.revenue-drop'),
    column.amount(scope, 'margin'),
    column.shows(column.amount(scope, 'marginAfter'), 'account.{account}.loss.margin-after'),
    column.shows(column.measure('coverBefore', 'multiple', 2), 'portfolio.loss.cover'),
    column.shows(column.measure('coverAfter', 'multiple', 2), 'account.{account}.loss.cover-after'),
    column.shows(column.measure('hhiAfter', 'index', 0), 'account.{account}.loss.hhi-after'),
    column.shows(column.share('top1After'), 'account.{account}.loss.top1-after'),
  ],
  rows: scope.of(lossScenarios).map(scenario => ({
    account: scenario.customer.id,
    revenue: column.moneyCell(scenario.revenue),
    revenueAfter: column.moneyCell(scenario.revenueAfter),
    revenueDrop: column.orMissing(scenario.revenueDrop),
    margin: column.moneyCell(scenario.margin?.total),
    marginAfter: column.moneyCell(scenario.marginAfter),
    coverBefore: column.orMissing(coverOf(scope, scope.of(servedMargin).total)),
    coverAfter: column.orMissing(coverWithout(scope, scenario.customer.id)),
    hhiAfter: column.orMissing(scenario.after?.hhi),
    top1After: column.orMissing(scenario.after?.top1),
  })),
  rowInputs: scope
    .of(lossScenarios)
    .map(({ customer, margin }) => [`account.${customer.id}.loss.margin-after`, ...(margin?.inputs ?? [])]),
  inputs: scope
    .of(lossScenarios)
    .flatMap(({ customer }) => [
      `account.${customer.id}.revenue`,
      `account.${customer.id}.loss.revenue-after`,
      `account.${customer.id}.loss.margin-after`,
    ]),
});

const groups = (scope: Scope): Series => {
  const members = scope.of(groupMembers);
  return {
    id: 'portfolio.groups',
    columns: [
      column.account,
      { id: 'groupMember', kind: 'account' },
      column.amount(scope, 'revenue'),
      column.share('groupShare'),
    ],
    rows: members.map(({ customer, member, revenue, share }) => ({
      account: customer.id,
      groupMember: member.id,
      revenue: column.moneyCell(revenue.total),
      groupShare: column.orMissing(share),
    })),
    inputs: [...new Set(members.map(({ customer }) => `account.${customer.id}.revenue`))],
    rowInputs: members.map(({ revenue }) => revenue.inputs),
  };
};

/** The key account whose loss would cost most. */
const worstLoss = (scope: Scope): readonly Finding[] => {
  const [worst] = scope.of(lossScenarios);
  if (worst?.revenueDrop === undefined) return [];
  const { customer, revenueDrop, revenue, margin } = worst;
  return [
    param.finding(
      'portfolio.loss',
      'notable',
      50,
      [`account.${customer.id}.loss.revenue-after`, `account.${customer.id}.loss.margin-after`],
      {
        account: param.account(customer.id),
        drop: param.share(revenueDrop),
        revenue: param.figure(`account.${customer.id}.revenue`),
        known: param.choice(revenue === undefined || margin?.total === undefined ? 'no' : 'yes'),
        marginAfter: param.figure(`account.${customer.id}.loss.margin-after`),
      },
    ),
  ];
};
