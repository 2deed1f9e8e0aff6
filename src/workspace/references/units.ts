import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KpiId } from '../../model/kpi.ts';
import { at, type SourceRef } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { boundedKpis } from './share-kpis.ts';
import type { Tools } from './tools.ts';

/** Shares that are written as per cent, and scores that are written as shares: 60 for 0.6, 0.45 for 45. */
export function* checkUnits(draft: Draft, { locate }: Tools): Generator<Diagnostic> {
  for (const { value, from, name, ref } of shares(draft))
    if (value !== undefined && Math.abs(value) >= from)
      yield catalogue.percentAsShare(locate(ref), name, value);
  for (const { kpi, value, ref } of targets(draft)) {
    if (boundedKpis.has(kpi) && value > 1 && value < reportedElsewhere)
      yield catalogue.percentAsShare(locate(ref), `target of ${kpi}`, value);
    if (scores.has(kpi) && Math.abs(value) < 1 && value !== 0)
      yield catalogue.shareAsScore(locate(ref), `target of ${kpi}`, value);
    if (scores.has(kpi) && Math.abs(value) > 100)
      yield catalogue.outOfRange(
        locate(ref),
        `A score lies between −100 and 100, not at ${value}.`,
        undefined,
      );
  }
}

interface Share {
  readonly value: number | undefined;
  /** Value from which it can hardly be meant as a share. */
  readonly from: number;
  readonly name: string;
  readonly ref: SourceRef;
}

/** A growth, a rate or a tolerance may pass 1, but hardly reaches 3, which is 300 %. */
const hardlyReached = 3;

function* shares(draft: Draft): Generator<Share> {
  yield* kpiShares(draft);
  yield* segmentShares(draft);
  yield* scoringShares(draft);
  yield* programmeShares(draft);
}

function* kpiShares({ kpis }: Draft): Generator<Share> {
  if (kpis === undefined) return;
  const { discountRate, parts, source } = kpis;
  yield { value: discountRate, from: 1, name: 'discountRate', ref: at(source, 'discountRate') };
  yield { value: parts.gap, from: 1, name: 'gap', ref: at(source, 'parts', 'gap') };
  for (const [index, { tolerance }] of kpis.kpis.entries())
    yield { value: tolerance, from: 1, name: 'tolerance', ref: at(source, 'kpis', index, 'tolerance') };
}

function* segmentShares({ segments }: Draft): Generator<Share> {
  if (segments === undefined) return;
  for (const [index, scheme] of segments.schemes.entries())
    for (const [place, { when }] of scheme.segments.entries())
      for (const [rule, condition] of when.entries()) {
        if (!/^(growth|margin-ratio)$/.test(condition.field)) continue;
        const ref = at(segments.source, 'schemes', index, 'segments', place, 'when', rule);
        for (const bound of ['atLeast', 'below'] as const)
          yield { value: condition[bound], from: hardlyReached, name: condition.field, ref: at(ref, bound) };
      }
}

function* scoringShares({ scoring }: Draft): Generator<Share> {
  if (scoring === undefined) return;
  for (const [index, { derive }] of scoring.criteria.entries()) {
    if (derive?.by !== 'breakpoints' || !/-ratio$|^growth$/.test(derive.measure)) continue;
    const ref = at(scoring.source, 'criteria', index, 'derive', 'points');
    for (const [place, [value]] of derive.points.entries())
      yield { value, from: hardlyReached, name: derive.measure, ref: at(ref, place, 0) };
  }
}

/** Measures of the programme that are counts, not shares. */
const counts = /^(key-accounts|key-accounts-added|variety|congruence-|stale-plans|non-standard|key-below)/;

function* programmeShares({ phase, resources, rationalisation }: Draft): Generator<Share> {
  for (const [index, signal] of phase?.signals.entries() ?? [])
    if (phase !== undefined && signal.kind === 'computed' && !counts.test(signal.measure))
      for (const end of ['zeroAt', 'oneAt'] as const) {
        const ref = at(phase.source, 'signals', index, end);
        yield { value: signal[end], from: hardlyReached, name: signal.measure, ref };
      }
  if (resources !== undefined)
    for (const line of ['low', 'high'] as const)
      yield {
        value: resources.load[line],
        from: hardlyReached,
        name: line,
        ref: at(resources.source, 'load', line),
      };
  if (rationalisation !== undefined) {
    const { growth } = rationalisation.protect;
    const ref = at(rationalisation.source, 'protect', 'growth');
    yield { value: growth === false ? undefined : growth, from: hardlyReached, name: 'growth', ref };
  }
}

/** From here on the target of a share is reported with the other lists of the programme. */
const reportedElsewhere = 3;

const scores: ReadonlySet<KpiId> = new Set<KpiId>(['nps', 'enps']);

interface Target {
  readonly kpi: KpiId;
  readonly value: number;
  readonly ref: SourceRef;
}

function* targets({ kpis }: Draft): Generator<Target> {
  for (const [index, { kpi, target, targets: later }] of kpis?.kpis.entries() ?? []) {
    if (kpis === undefined) return;
    const ref = at(kpis.source, 'kpis', index);
    if (target !== undefined) yield { kpi, value: target, ref: at(ref, 'target') };
    for (const [period, value] of Object.entries(later))
      yield { kpi, value, ref: at(ref, 'targets', period) };
  }
}
