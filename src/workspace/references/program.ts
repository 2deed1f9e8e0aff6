import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { programFile } from '../layout.ts';
import { shareKpis } from './share-kpis.ts';
import { duplicateIds, type Tools } from './tools.ts';

/** Lists of the programme: unique ids, signals that can be computed, targets in the unit of their KPI. */
export function* checkProgram(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { commitment, decisions } = draft;
  if (commitment) yield* duplicateIds(commitment.evidence, at(commitment.source, 'evidence'), tools);
  if (decisions)
    yield* duplicateIds(decisions, { file: programFile('decisions'), path: ['decisions'] }, tools);
  yield* checkSignals(draft, tools);
  yield* checkKpis(draft, tools);
}

function* checkSignals({ phase }: Draft, tools: Tools): Generator<Diagnostic> {
  if (phase === undefined) return;
  const ref = at(phase.source, 'signals');
  yield* duplicateIds(phase.signals, ref, tools);
  for (const [index, signal] of phase.signals.entries())
    if (signal.kind === 'computed' && signal.zeroAt === signal.oneAt)
      yield catalogue.emptyScale(
        tools.locate(at(ref, index, 'oneAt')),
        `The signal holds fully and not at all at the same value, ${signal.oneAt}.`,
      );
}

function* checkKpis({ kpis }: Draft, tools: Tools): Generator<Diagnostic> {
  if (kpis === undefined) return;
  const ref = at(kpis.source, 'kpis');
  yield* duplicateIds(
    kpis.kpis.map(({ kpi }) => ({ id: kpi })),
    ref,
    tools,
    'kpi',
  );
  for (const [index, { kpi, target, targets }] of kpis.kpis.entries()) {
    const stated = [
      ...(target === undefined ? [] : [[target, at(ref, index, 'target')] as const]),
      ...Object.entries(targets).map(
        ([period, value]) => [value, at(ref, index, 'targets', period)] as const,
      ),
    ];
    for (const [value, place] of stated)
      if (shareKpis.has(kpi) && Math.abs(value) >= 3)
        yield catalogue.suspiciousUnit(tools.locate(place), kpi, value);
  }
}
