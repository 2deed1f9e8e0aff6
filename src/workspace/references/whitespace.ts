import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Business units that are named are declared, product lines exist, and each cell of the matrix is declared once. */
export function* checkWhitespace(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const lines = draft.products && new Set(draft.products.flatMap(({ line }) => line ?? []));
  for (const account of draft.accounts) {
    yield* duplicateIds(account.units, at(account.source, 'units'), tools);
    if (!draft.incomplete.has(account.source.file)) yield* checkUnits(account, tools);
    yield* checkCells(account, lines, tools);
  }
}

const listOf = (named: string | readonly string[] | undefined): readonly string[] =>
  named === undefined ? [] : [named].flat();

function* checkUnits(account: Account, tools: Tools): Generator<Diagnostic> {
  const known = new Set(account.units.map(({ id }) => id));
  for (const list of ['contracts', 'opportunities', 'whitespace'] as const)
    for (const [index, { unit }] of account[list].entries())
      for (const [place, id] of listOf(unit).entries()) {
        const ref = at(account.source, list, index, 'unit', ...(typeof unit === 'string' ? [] : [place]));
        yield* unknownReference('business unit', id, known, ref, tools, 'account');
      }
}

function* checkCells(
  { whitespace, units, source }: Account,
  lines: ReadonlySet<string> | undefined,
  tools: Tools,
): Generator<Diagnostic> {
  const seen = new Set<string>();
  for (const [index, { line, unit, potential, state }] of whitespace.entries()) {
    const ref = at(source, 'whitespace', index);
    if (lines) yield* unknownReference('product line', line, lines, at(ref, 'line'), tools);
    const meant = unit === undefined ? units.map(({ id }) => id) : listOf(unit);
    if (potential !== undefined && meant.length > 1)
      yield catalogue.sharedPotential(tools.locate(at(ref, 'potential')), meant.length);
    if (potential !== undefined && state === 'not-applicable')
      yield catalogue.contradiction(
        tools.locate(at(ref, 'potential')),
        'A line that is not applicable has no potential; this one is not counted',
        'Take away the potential, or the state.',
      );
    const cells = (meant.length === 0 ? [''] : meant).map(id => `${line}\n${id}`);
    if (cells.some(cell => seen.has(cell)))
      yield catalogue.duplicateCell(tools.locate(at(ref, 'line')), line);
    for (const cell of cells) seen.add(cell);
  }
}
