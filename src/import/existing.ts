import type { Files } from '../effects.ts';
import { productsFile } from '../workspace/layout.ts';
import { parseYaml } from '../workspace/yaml.ts';
import type { Existing } from './map.ts';
import { isFields } from './merge/values.ts';

/**
 * The accounts, people and products that the workspace has already. A file with errors counts by its name alone: the import
 * refuses it when it would have to change it.
 */
export const existingOf = async (files: Files): Promise<readonly Existing[]> => {
  const found: Existing[] = [];
  for (const path of await files.list('data')) {
    const [, kind, id = ''] = /^data\/(accounts|people)\/([^/]+)\.yaml$/.exec(path) ?? [];
    if (kind !== 'accounts' && kind !== 'people') continue;
    const value = await plainValue(files, path);
    found.push({ kind, id, name: isFields(value) ? String(value.name ?? id) : id });
  }
  const listed = await plainValue(files, productsFile);
  const products: unknown = isFields(listed) ? listed.products : undefined;
  if (Array.isArray(products))
    for (const product of products)
      if (isFields(product))
        found.push({ kind: 'products', id: String(product.id), name: nameOf(product.name) });
  return found;
};

const nameOf = (name: unknown): string => String(isFields(name) ? Object.values(name)[0] : name);

const plainValue = async (files: Files, path: string): Promise<unknown> => {
  const text = await files.read(path);
  if (text === undefined) return undefined;
  return parseYaml(path, text).value;
};
