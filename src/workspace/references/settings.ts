import { colourProblems } from '../../brand/colour-problems.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import type { Tools } from './tools.ts';

/**
 * What the workspace itself says: colours of its brand, and its amounts: `4.170` is four and a bit in YAML, four thousand in Spanish.
 */
export function* checkSettings({ settings }: Draft, { locate, written }: Tools): Generator<Diagnostic> {
  if (settings === undefined) return;
  for (const problem of colourProblems(settings.brand)) {
    const ref = at(settings.source, 'brand', problem.name);
    yield catalogue.unreadableColour(locate(at(ref, problem.side)) ?? locate(ref), problem);
  }
  for (const period of Object.keys(settings.fixedCosts)) {
    const ref = at(settings.source, 'fixedCosts', period);
    const text = written(ref);
    if (text !== undefined && /^\d{1,3}\.\d{3}$/.test(text))
      yield catalogue.thousandsSeparator(locate(ref), text);
  }
}
