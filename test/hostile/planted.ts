import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { packageRoot } from '../../src/platform/package-root.ts';

type Item = Record<string, unknown>;
type Contents = readonly (readonly [path: string, content: Item])[];

/** A workspace in which everything that is to be hidden can be told from all else. */
export interface Planted {
  readonly files: Readonly<Record<string, string>>;
  /** Texts, as a search finds them. */
  readonly canaries: readonly string[];
}

const letters = 'bcdfghjkmnpqrstvwxz';

/** Words that no language has: `Zyq` and three letters. */
const canaryWords = () => {
  const all: string[] = [];
  const fresh = (): string => {
    const index = all.length;
    const made = [index, Math.floor(index / 19), Math.floor(index / 361)].map(place => letters[place % 19]);
    const word = `Zyq${made.join('')}`;
    all.push(word);
    return word;
  };
  return { all, fresh };
};
type Words = ReturnType<typeof canaryWords>;

/** Where hidden numbers begin, so that a rounded one is still known by its first digits. */
export const hiddenDigits = '918273';

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const noteKeys = new Set(['note', 'comment', 'evidence', 'approach', 'subject']);
/** Free texts that nothing refers to by their words. */
const proseKeys = new Set([...noteKeys, 'how', 'why', 'mitigation', 'cause', 'remedy', 'response', 'answer']);

const idOf = (path: string): string => path.replace(/^.*\/|\.yaml$/g, '');
const textOf = (value: unknown): string => stringify(value, { lineWidth: 0 });

/**
 * The example with canaries: names of accounts, people, contacts, units and competitors (also in free texts, as names,
 * as ids, in capitals and split by a line end), every margin and cost to serve, and every note.
 * @param accounts how many of them are kept, beside those above them in a group
 */
export const plantedExample = async (accounts: number): Promise<Planted> => {
  const contents = await exampleContents();
  const kept = keptAccounts(contents, accounts);
  const words = canaryWords();
  const ids = new Map(
    contents
      .filter(([path]) => /^(accounts|people)\//.test(path))
      .map(([path]) => [idOf(path), `${words.fresh()}-kalk`.toLowerCase()]),
  );
  const isGone = (path: string): boolean => path.startsWith('accounts/') && !kept.has(idOf(path));
  const gone = new Set(contents.flatMap(([path]) => (isGone(path) ? [idOf(path)] : [])));
  const plant = planter(ids, gone, words);
  const files = contents
    .filter(([path]) => !isGone(path))
    .map(([path, content]): readonly [string, string] => {
      const id = ids.get(idOf(path));
      if (id === undefined) return [`data/${path}`, textOf(plant(content, '', []))];
      const name = `${words.fresh()} ${words.fresh()} S.A.`;
      const made = named(plant(content, '', [name, id]) as Item, name, words);
      return [`data/${path.replace(idOf(path), id)}`, textOf(made)];
    });
  return { files: { ...Object.fromEntries(files), 'data/audiences.yaml': audiences }, canaries: words.all };
};

const audiences = `audiences:
  partners:
    title: { es: Socios, en: Partners }
    key: only-for-the-tests-of-redaction
    hide: [margins, cost-to-serve, contacts, notes]
`;

const exampleContents = async (): Promise<Contents> => {
  const root = join(packageRoot, 'data');
  const paths = (await readdir(root, { recursive: true })).filter(path => path.endsWith('.yaml')).sort();
  return Promise.all(
    paths
      .filter(path => path !== 'audiences.yaml')
      .map(async path => {
        const { brand: _, ...content } = parse(await readFile(join(root, path), 'utf8')) as Item;
        return [path, content] as const;
      }),
  );
};

/** Gives an account or a person a name, and everything in it one of its own. */
const named = (content: Item, name: string, words: Words): Item => {
  const renamed = (key: string): Item =>
    Array.isArray(content[key])
      ? { [key]: content[key].map(one => ({ ...one, name: `${words.fresh()} ${words.fresh()}` })) }
      : {};
  return {
    ...content,
    ...renamed('contacts'),
    ...renamed('units'),
    name,
    ...('shortName' in content ? { shortName: words.fresh() } : {}),
  };
};

type Plant = (value: unknown, key: string, names: readonly string[]) => unknown;

const planter = (ids: ReadonlyMap<string, string>, gone: ReadonlySet<unknown>, words: Words): Plant => {
  let numbers = 0;
  const number = (): number => Number(`${hiddenDigits}${String(numbers++ % 1000).padStart(3, '0')}`);
  const prose = (value: string, key: string, [name, id]: readonly string[]): string => {
    // Notes of the programme are not hidden.
    if (name === undefined) return value;
    const note = noteKeys.has(key) ? ` ${words.fresh()}` : '';
    const names = ` ${name.replace(' ', '\n')}, ${name.toUpperCase()}, o ${id}.`;
    return `${value}${note}${names}`;
  };
  const leaf: Plant = (value, key, names) => {
    if (typeof value === 'number') return key === 'margin' || key === 'costToServe' ? number() : value;
    if (typeof value !== 'string') return value;
    if (key === 'competitor') return `${words.fresh()} Rival`;
    return ids.get(value) ?? (proseKeys.has(key) ? prose(value, key, names) : value);
  };
  /** Lists of accounts of which none is left, and what holds nothing else. */
  const isAboutGone = (value: unknown): boolean => {
    const inside = isObject(value) || Array.isArray(value) ? Object.values(value) : [];
    return inside.length > 0 && inside.every(one => gone.has(one) || isAboutGone(one));
  };
  const plant: Plant = (value, key, names) => {
    if (Array.isArray(value))
      return value.filter(item => !gone.has(item)).map(item => plant(item, key, names));
    if (!isObject(value)) return leaf(value, key, names);
    // The texts of a note, one per language, are notes.
    const isPerLanguage = 'es' in value && 'en' in value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => !isAboutGone(inner))
        .map(([name, inner]) => [name, plant(inner, isPerLanguage ? key : name, names)]),
    );
  };
  return plant;
};

/** The first key accounts, with all of whoever controls them. */
const keptAccounts = (contents: Contents, count: number): ReadonlySet<string> => {
  const all = contents
    .filter(([path]) => path.startsWith('accounts/'))
    .map(([path, content]) => [idOf(path), content] as const);
  const isKey = ([, { key }]: (typeof all)[number]): boolean => Array.isArray(key) && key.length > 0;
  const chosen = new Set([...all.filter(isKey), ...all].slice(0, count).map(([id]) => id));
  for (const [id, { parent }] of all) if (chosen.has(id) && typeof parent === 'string') chosen.add(parent);
  return chosen;
};
