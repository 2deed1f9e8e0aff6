import fc from 'fast-check';
import { Document, isCollection, isMap, isNode, isPair, isScalar, visit } from 'yaml';

/** Texts that YAML would read as something else if they were not quoted. */
const word = fc.constantFrom(
  ...['Acme', 'yes', '1E5', '007', 'a: b', '# no', "it's", 'two\nlines', ' x ', '- y', '{z}', 'ñandú, "q"'],
  ...[
    '2026-01-01',
    '*a',
    '&b',
    '!c',
    '%',
    '@',
    '`',
    'null',
    '~',
    '|',
    '>',
    'x #y',
    '[',
    ',',
    '?',
    'last\n',
    '---',
  ],
);
const amount = fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0);
const quarter = fc.record({ revenue: fc.integer(), plan: amount }, { requiredKeys: [] });
const deal = fc.record(
  { id: fc.constantFrom('1', 'A', 'x-2', '1E5'), stage: fc.constantFrom('open', 'won'), name: word },
  { requiredKeys: ['id', 'stage'] },
);
const ownFields = fc.dictionary(
  fc.constantFrom('plants', 'a b', 'x:y', '12', 'ok'),
  fc.oneof(word, fc.integer(), fc.boolean()),
  { maxKeys: 4 },
);
const periods = fc.constantFrom('2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3');

/** Part of an account: in a file, or as an import brings it. */
export const account = fc.record(
  {
    name: word,
    country: word,
    fields: ownFields,
    history: fc.dictionary(periods, quarter, { maxKeys: 4 }),
    opportunities: fc.uniqueArray(deal, { selector: ({ id }) => id, maxLength: 3 }),
    vision: fc.record({ text: word }),
  },
  { requiredKeys: ['name'] },
);

const hand = fc.record({
  /** How many levels of collections are in block style. */
  blocks: fc.constantFrom(0, 1, 2, 9),
  indent: fc.constantFrom(2, 4),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  blankLines: fc.boolean(),
  comments: fc.boolean(),
  lastBreak: fc.boolean(),
});

/** Files as some hand would write them: in block or flow style, with comments, blank lines and either line end. */
export const written = fc.tuple(account, hand).map(([value, style]) => {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_, collection, path) => {
      if (path.filter(isCollection).length >= style.blocks) collection.flow = true;
    },
  });
  const { contents } = document;
  if (isMap(contents) && contents.flow !== true)
    for (const [index, pair] of contents.items.entries()) adorn(pair, index, style);
  const text = document.toString({ lineWidth: 0, indent: style.indent }).replaceAll('\n', style.lineBreak);
  return style.lastBreak ? text : text.trimEnd();
});

const adorn = (
  pair: unknown,
  index: number,
  { blankLines, comments }: { readonly blankLines: boolean; readonly comments: boolean },
): void => {
  if (!isPair(pair)) return;
  if (typeof pair.key === 'string') pair.key = new Document(pair.key).contents;
  if (!isNode(pair.key)) return;
  if (blankLines && index > 0) pair.key.spaceBefore = true;
  if (comments && index > 0) pair.key.commentBefore = ` about ${index}`;
  if (comments && isScalar(pair.value)) pair.value.comment = ` note ${index}`;
};
