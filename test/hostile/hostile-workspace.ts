import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { fieldWords } from '../../src/model/segmentation.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { kindOf } from '../../src/workspace/file-kinds.ts';
import { harmless, harmlessInWords } from './skeleton.ts';
import { withTexts } from './text-fields.ts';

/** A workspace as the texts of its files by path. */
export type WorkspaceTexts = Readonly<Record<string, string>>;

export const exampleTexts: WorkspaceTexts = Object.fromEntries(
  readdirSync(join(packageRoot, 'data'), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(yaml|csv|svg)$/.test(path))
    .sort()
    .map(path => [`data/${path}`, readFileSync(join(packageRoot, 'data', path), 'utf8')]),
);

const exampleValues: ReadonlyMap<string, unknown> = new Map(
  Object.entries(exampleTexts).flatMap(([path, text]) =>
    path.endsWith('.yaml') ? [[path, parse(text) as unknown] as const] : [],
  ),
);

/** `data/accounts/<id>.yaml activity[].note`, for every text field. */
export type FieldName = string;

/**
 * Gives a text for a field.
 * @param path of the file where it is met
 */
export type Write = (field: FieldName, before: unknown, path: string) => string | undefined;

/** Gives each text field of the example another text, every time that it is met. */
export const rewritten = (
  write: Write,
  settings: Readonly<Record<string, unknown>> = {},
): WorkspaceTexts => ({
  ...exampleTexts,
  ...Object.fromEntries(
    [...exampleValues].map(([path, value]) => {
      const kind = kindOf(path);
      const whole = path === 'data/workspace.yaml' ? { ...(value as object), ...settings } : value;
      const texts =
        kind === undefined
          ? whole
          : withTexts(kind.schema, whole, (field, before) => write(`${kind.path} ${field}`, before, path));
      return [path, stringify(texts, { lineWidth: 0 })];
    }),
  ),
});

const account = (field: string): FieldName => `data/accounts/<id>.yaml ${field}`;

/** Fields that name what stands in the first of them: they get its text, or the workspace would be refused. */
const naming: readonly (readonly FieldName[])[] = [
  [
    'data/products.yaml products[].id',
    ...['contracts', 'opportunities', 'needs', 'valueAgainstPrice'].map(list => account(`${list}[].product`)),
  ],
  ['data/products.yaml products[].line', account('whitespace[].line')],
  ['data/people/<id>.yaml team', 'data/program/skills.yaml training[].team'],
  [account('actions[].title'), account('swot.items[].action'), account('swot.strategies[].action')],
  [account('contacts[].name'), account('mentions[].contact')],
  [account('contracts[].id'), account('objectives[].contract')],
];
const named = new Map(
  naming.flatMap(([first = '', ...others]) => others.map(field => [field, first] as const)),
);
const namers = new Set(naming.map(([first]) => first));
/** A statement is quoted word for word. */
const quote = /spans\[\]\.quote$/;
/** Texts that say nothing to a reader: the name of a field, which must exist, and what chance begins with. */
export const left: ReadonlySet<FieldName> = new Set([
  'data/program/segments.yaml schemes[].segments[].when[].field',
  'data/program/scoring.yaml robustness.seed',
]);

/** Words of fields that have no others, such as the status: rules of segments that asked for another one would be refused. */
const closedWords = new Set(Object.values(fieldWords).flat());
const isClosed = (field: FieldName, before: unknown): boolean =>
  /segments\.yaml .*when\[\]\.(is|in\[\])$/.test(field) && closedWords.has(String(before));

/** Accounts that have documents of their own, and others: what only those show has to get all the texts there. */
const among = (field: FieldName, path: string): string => `${field} of ${hasPlan(path) ? 'ours' : 'others'}`;

const hasPlan = (path: string): boolean => {
  const { key } = (exampleValues.get(path) ?? {}) as { key?: readonly { readonly to?: string }[] };
  return key?.at(-1) !== undefined && key.at(-1)?.to === undefined;
};

/**
 * Deals out texts so that every field gets all of them: one each time that it is met, or some together where it is met too
 * seldom. What names something else gets the same text as that.
 * @param met how often each field is met
 */
export const dealt = (texts: readonly string[], met: ReadonlyMap<FieldName, number>): Write => {
  const turns = new Map<FieldName, number>();
  const names = new Map<string, string>();
  let last = '';
  const next = (field: FieldName): string => {
    const turn = turns.get(field) ?? 0;
    turns.set(field, turn + 1);
    const share = Math.ceil(texts.length / (met.get(field) ?? 1));
    const first = (turn * share) % texts.length;
    last = texts.slice(first, first + share).join(' · ');
    return last;
  };
  return (field, before, path) => {
    if (left.has(field) || isClosed(field, before)) return undefined;
    if (quote.test(field)) return last;
    const namer = named.get(field) ?? field;
    if (!namers.has(namer)) return next(among(field, path));
    if (before === undefined) return undefined;
    const key = `${namer} ${before}`;
    // A contact is named by its name or by its id, which is no free text.
    if (field === account('mentions[].contact') && !names.has(key)) return undefined;
    const text = names.get(key) ?? next(namer);
    names.set(key, text);
    return text;
  };
};

/** Its words are held against rules for good statements. */
const isStatement = (field: FieldName): boolean => /\b(vision|mission)\.|statements\.yaml/.test(field);

/** Gives for each field the harmless twin of the text that another one gives. */
export const twinOf =
  (write: Write): Write =>
  (field, before, path) => {
    const text = write(field, before, path);
    return text && (isStatement(field) ? harmlessInWords(text) : harmless(text));
  };

/** How often each text field is met when the example is rewritten; one that names others, how many there are. */
export const timesMet = (): ReadonlyMap<FieldName, number> => {
  const met = new Map<FieldName, number>();
  const values = new Set<string>();
  rewritten((field, before, path) => {
    if (isClosed(field, before)) return undefined;
    const key = `${field} ${before}`;
    const place = namers.has(field) ? field : among(field, path);
    if (place !== field || !values.has(key)) met.set(place, (met.get(place) ?? 0) + 1);
    values.add(key);
    return undefined;
  });
  return met;
};
