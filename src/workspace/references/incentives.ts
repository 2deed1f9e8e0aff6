import type { Diagnostic } from '../../model/diagnostic.ts';
import type { IncentiveMeasure, IncentiveRule, Incentives } from '../../model/incentives.ts';
import { at, type Sourced, type SourceRef } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { shareKpis } from './share-kpis.ts';
import { duplicateIds, type Tools } from './tools.ts';

/** Measures that are shares of 0–1. A growth may exceed 1, but none of a quarter reaches 3. */
const isShare = (measure: IncentiveMeasure): boolean =>
  measure === 'revenue-growth' || shareKpis.has(measure);

/** Incentive schemes: ids of their own, thresholds in the unit of their measure, caps that let a rule pay, cases that change something. */
export function* checkIncentives({ incentives }: Draft, tools: Tools): Generator<Diagnostic> {
  if (incentives === undefined) return;
  const { schemes, scenarios, source } = incentives;
  yield* duplicateIds(schemes, at(source, 'schemes'), tools);
  yield* duplicateIds(scenarios, at(source, 'scenarios'), tools);
  for (const [index, { rules }] of schemes.entries()) {
    const list = at(source, 'schemes', index, 'rules');
    yield* duplicateIds(rules, list, tools);
    for (const [place, rule] of rules.entries()) yield* checkRule(rule, at(list, place), tools);
  }
  yield* checkScenarios(incentives, tools);
}

function* checkRule(
  { measure, threshold, amount = 0, cap }: IncentiveRule,
  ref: SourceRef,
  { locate }: Tools,
): Generator<Diagnostic> {
  if (isShare(measure) && Math.abs(threshold) >= 3)
    yield catalogue.suspiciousUnit(locate(at(ref, 'threshold')), measure, threshold);
  if (cap !== undefined && amount > cap)
    yield catalogue.contradiction(
      locate(at(ref, 'cap')),
      `The rule pays ${amount} once its threshold is reached, but never more than ${cap}`,
      'Raise the cap, or lower the amount.',
    );
}

function* checkScenarios(
  { schemes, scenarios, source }: Sourced<Incentives>,
  { locate }: Tools,
): Generator<Diagnostic> {
  const used = new Set(schemes.flatMap(({ rules }) => rules.map(({ measure }) => measure)));
  for (const [index, { changes }] of scenarios.entries())
    for (const [place, { measure, by, to }] of changes.entries()) {
      const ref = at(source, 'scenarios', index, 'changes', place);
      if (!used.has(measure))
        yield catalogue.contradiction(
          locate(at(ref, 'measure')),
          `No rule of any scheme looks at ${measure}, so this change changes nothing`,
          'Take it away, or add a rule.',
        );
      const value = by ?? to ?? 0;
      if (isShare(measure) && Math.abs(value) >= 3)
        yield catalogue.suspiciousUnit(locate(at(ref, by === undefined ? 'to' : 'by')), measure, value);
    }
}
