import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type SourceRef } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { productsFile } from '../layout.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Products of contracts, opportunities and needs exist. Without a list of products one warning says that nothing was checked. */
export function* checkProducts(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const mentions = [...mentionsOf(draft)];
  if (draft.products) {
    yield* duplicateIds(draft.products, { file: productsFile, path: ['products'] }, tools);
    const known = new Set(draft.products.map(product => product.id));
    for (const [name, ref] of mentions) yield* unknownReference('product', name, known, ref, tools);
    return;
  }
  const [first] = mentions;
  if (first && !draft.files.has(productsFile))
    yield catalogue.uncheckedReference(
      tools.locate(first[1]),
      `Products are named (${mentions.length} times), but there is no ${productsFile} to check them against.`,
    );
}

function* mentionsOf(draft: Draft): Generator<readonly [string, SourceRef]> {
  for (const account of draft.accounts)
    for (const list of ['contracts', 'opportunities', 'needs'] as const)
      for (const [index, { product }] of account[list].entries())
        if (product !== undefined) yield [product, at(account.source, list, index, 'product')];
}
