import type { Finding } from '../../model/finding.ts';
import type { Scope } from '../scope.ts';
import { type Concentration, concentration, priorConcentration } from './concentration.ts';
import { account, accounts, choice, count, finding, line, share } from './findings.ts';

/** Single-client dependence, customers over the attention line, the 80/20 reading, customers left out. */
export const concentrationFindings = (scope: Scope): readonly Finding[] => {
  const found = scope.of(concentration);
  if (found === undefined) return [];
  const prior = scope.of(priorConcentration);
  return [
    ...singleClient(scope, found, prior),
    ...attention(scope, found, prior),
    ...pareto(scope, found),
    ...excluded(found),
  ];
};

const singleClient = (
  scope: Scope,
  found: Concentration,
  prior: Concentration | undefined,
): readonly Finding[] => {
  const [largest] = found.curve;
  if (largest === undefined || found.singleClient === undefined) return [];
  return [
    finding('portfolio.single-client', 'critical', 100, ['portfolio.concentration.top1'], {
      account: account(found.singleClient),
      share: share(largest.share),
      line: line(scope.workspace.settings.thresholds.singleClient),
      before: choice(historyOf(found, prior)),
    }),
  ];
};

const historyOf = (found: Concentration, prior: Concentration | undefined): string => {
  if (prior === undefined) return 'unknown';
  return prior.singleClient === found.singleClient ? 'already' : 'new';
};

const attention = (
  scope: Scope,
  found: Concentration,
  prior: Concentration | undefined,
): readonly Finding[] => {
  const five = Math.min(5, found.curve.length);
  const clients = found.attention.length;
  return [
    finding(
      'portfolio.attention-clients',
      clients === 0 ? 'good' : clients > (prior?.attention.length ?? clients) ? 'attention' : 'notable',
      80,
      [
        `portfolio.concentration.top${five === 5 ? 5 : 1}`,
        'portfolio.concentration.attention-count',
        'portfolio.concentration.count-to-80',
      ],
      {
        top: count(five),
        topShare: share(found.top(five)),
        clients: count(clients),
        accounts: accounts(found.attention),
        line: line(scope.workspace.settings.thresholds.attention),
        singleLine: line(scope.workspace.settings.thresholds.singleClient),
        single: choice(found.singleClient === undefined ? 'no' : 'yes'),
        history: choice(prior === undefined ? 'unknown' : comparison(clients, prior.attention.length)),
        before: count(prior?.attention.length ?? 0),
      },
    ),
  ];
};

const comparison = (now: number, before: number): string =>
  now > before ? 'more' : now < before ? 'fewer' : 'same';

/** What the 80/20 rule promises against what the portfolio does. */
const pareto = (scope: Scope, found: Concentration): readonly Finding[] => {
  const { topShare, paretoShare } = scope.workspace.settings.thresholds;
  return [
    finding(
      'portfolio.pareto',
      'notable',
      30,
      [
        'portfolio.concentration.top-share',
        'portfolio.concentration.top-count',
        'portfolio.concentration.count-to-80',
      ],
      {
        topCount: count(found.topCount),
        customers: count(found.curve.length),
        topShare: share(found.topShare),
        rule: line(topShare),
        goal: line(paretoShare),
        needed: count(found.countToPareto),
        reached: choice(found.topShare >= paretoShare ? 'yes' : 'no'),
      },
    ),
  ];
};

const excluded = (found: Concentration): readonly Finding[] =>
  found.excluded.length === 0
    ? []
    : [
        finding('portfolio.no-positive-revenue', 'notable', 10, ['portfolio.concentration.excluded'], {
          customers: count(found.excluded.length),
          accounts: accounts(found.excluded),
        }),
      ];
