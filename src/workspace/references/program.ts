import { type Course, contradict } from '../../model/advice.ts';
import type { Decision } from '../../model/decision.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type Sourced } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import { allAccountsRead, type Draft } from '../draft.ts';
import { programFile } from '../layout.ts';
import { shareKpis } from './share-kpis.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Lists of the programme: unique ids, signals that can be computed, targets in the unit of their KPI. */
export function* checkProgram(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { commitment, decisions } = draft;
  if (commitment) yield* duplicateIds(commitment.evidence, at(commitment.source, 'evidence'), tools);
  if (decisions) {
    yield* duplicateIds(decisions, { file: programFile('decisions'), path: ['decisions'] }, tools);
    yield* checkDecisions(draft, decisions, tools);
  }
  yield* checkSignals(draft, tools);
  yield* checkKpis(draft, tools);
}

/** Decisions of one review do not ask for opposite things of one account. */
function* checkDecisions(
  draft: Draft,
  decisions: readonly Sourced<Decision>[],
  tools: Tools,
): Generator<Diagnostic> {
  const known = new Set(draft.accounts.map(({ id }) => id));
  const held: { readonly period: string; readonly account: string; readonly course: Course; id: string }[] =
    [];
  for (const { id, period, accounts, source } of decisions)
    for (const [word, names] of Object.entries(accounts))
      for (const [index, account] of names.entries()) {
        const place = at(source, 'accounts', word, index);
        if (allAccountsRead(draft)) yield* unknownReference('account', account, known, place, tools);
        const course = word as Course;
        const opposed = held.find(
          one => one.period === period && one.account === account && contradict(one.course, course),
        );
        if (opposed !== undefined)
          yield catalogue.contradiction(
            tools.locate(place),
            `The decision "${opposed.id}" of the same review has "${opposed.course}" for this account, against "${course}" here`,
            'Leave the account in one of the two, so that the board is asked for one thing.',
          );
        held.push({ period, account, course, id });
      }
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
