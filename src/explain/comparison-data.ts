import type { ScoreChange } from '../analysis/movements/score-change.ts';
import { type Bridge, bridgeSteps } from '../analysis/portfolio/bridge.ts';
import type { Comparison } from './comparison.ts';

/**
 * A comparison as plain data for other programs. Amounts and points are the nearest doubles of exact decimals: the
 * parts add up to the change before that last rounding.
 */
export const comparisonData = ({
  before,
  after,
  basis,
  revenue,
  scores,
  segments,
  events,
  figures,
}: Comparison) => ({
  before: before.scope.period,
  after: after.scope.period,
  basis,
  currency: after.scope.workspace.settings.currency,
  revenue: revenue === undefined ? null : revenueData(revenue),
  scores: scores.map(scoreData),
  segments: segments.flatMap(({ scheme, migrations }) =>
    migrations.map(({ customer, from, to }) => ({
      scheme,
      account: customer.id,
      from: from ?? null,
      to: to ?? null,
    })),
  ),
  events: events.map(({ kind, customer, period, date, criteria }) => ({
    event: kind,
    account: customer.id,
    period,
    date: date ?? null,
    criteria,
  })),
  figures: figures.map(({ id, before: then, after: now }) => ({
    id,
    unit: (now ?? then)?.unit,
    before: then?.value ?? null,
    after: now?.value ?? null,
    difference:
      typeof then?.value === 'number' && typeof now?.value === 'number' ? now.value - then.value : null,
  })),
});

const revenueData = ({ prior, current, amounts, customers, movements }: Bridge) => ({
  before: prior.toNumber(),
  after: current.toNumber(),
  steps: bridgeSteps.map(step => ({ step, amount: amounts[step].toNumber(), accounts: customers[step] })),
  accounts: movements
    .filter(({ amount, currency }) => !amount.isZero() || !currency.isZero())
    .map(({ customer, step, amount, currency }) => ({
      account: customer,
      step,
      amount: amount.toNumber(),
      currency: currency.toNumber(),
    })),
});

const scoreData = ({
  customer,
  before,
  after,
  change,
  inputs,
  weights,
  coverage,
  criteria,
}: ScoreChange) => ({
  account: customer.id,
  before: before.toNumber(),
  after: after.toNumber(),
  change: change.toNumber(),
  inputs: inputs.toNumber(),
  weights: weights.toNumber(),
  coverage: coverage.toNumber(),
  criteria: criteria.map(part => ({
    criterion: part.criterion,
    before: part.before.points ?? null,
    after: part.after.points ?? null,
    weightBefore: part.before.criterion.weight,
    weightAfter: part.after.criterion.weight,
    inputs: part.inputs.toNumber(),
    weights: part.weights.toNumber(),
  })),
});
