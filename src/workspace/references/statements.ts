import type { Diagnostic } from '../../model/diagnostic.ts';
import { kpiIds } from '../../model/kpi.ts';
import type { Sourced } from '../../model/source.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Statement, Statements } from '../../model/statement.ts';
import type { LocalizedText } from '../../model/text.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { programFile } from '../layout.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Statements: quotes really stand in the text of their language; objectives serve lines, segments and KPIs that exist. */
export function* checkStatements(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { statements, accounts } = draft;
  for (const owner of [...(statements ? [statements] : []), ...accounts])
    for (const name of ['vision', 'mission'] as const)
      yield* checkQuotes(owner[name], at(owner.source, name), tools);
  if (statements) yield* checkObjectives(statements, draft, tools);
}

function* checkQuotes(
  statement: Statement | undefined,
  ref: SourceRef,
  { locate }: Tools,
): Generator<Diagnostic> {
  for (const [index, { quote }] of statement?.spans.entries() ?? []) {
    const place = at(ref, 'spans', index, 'quote');
    const languages: readonly (string | undefined)[] =
      typeof quote === 'string' ? [undefined] : Object.keys(quote);
    for (const language of languages) {
      const words = typeof quote === 'string' ? quote : (quote[language ?? ''] ?? '');
      if (statement && textsOf(statement.text, language).some(text => text.includes(words))) continue;
      yield catalogue.quoteNotFound(
        locate(language === undefined ? place : at(place, language)),
        words,
        language,
      );
    }
  }
}

/** The texts in which a quote may stand: those of its language, or all where it has none. */
const textsOf = (text: LocalizedText, language: string | undefined): readonly string[] => {
  if (typeof text === 'string') return [text];
  if (language === undefined) return Object.values(text);
  const found = text[language];
  return found === undefined ? [] : [found];
};

function* checkObjectives(
  statements: Sourced<Statements>,
  draft: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  const { objectives, strategy, source } = statements;
  yield* duplicateIds(strategy, at(source, 'strategy'), tools);
  yield* duplicateIds(objectives, at(source, 'objectives'), tools);
  const known = {
    serves: ['strategy line', new Set(['vision', 'mission', ...strategy.map(line => line.id)])],
    segments: ['segment', segmentIds(draft)],
    kpis: ['KPI', new Set<string>(kpiIds)],
  } as const;
  for (const [index, objective] of objectives.entries())
    for (const list of ['serves', 'segments', 'kpis'] as const) {
      const [what, ids] = known[list];
      if (ids === undefined) continue;
      for (const [place, id] of objective[list].entries())
        yield* unknownReference(what, id, ids, at(source, 'objectives', index, list, place), tools);
    }
}

/** Undefined where the file exists but was refused, so that its segments can't be known. */
const segmentIds = ({ segments, files }: Draft): ReadonlySet<string> | undefined => {
  if (segments === undefined && files.has(programFile('segments'))) return undefined;
  return new Set(segments?.schemes.flatMap(scheme => scheme.segments.map(segment => segment.id)));
};
