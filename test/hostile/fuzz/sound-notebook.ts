import fc from 'fast-check';
import { stringify } from 'yaml';
import { charts } from '../../../src/charts/index.ts';
import { type CellKind, cellSchemas } from '../../../src/document/cells.ts';
import { fromSchema, type Named } from './from-schema.ts';
import type { Each, Words } from './notebook-words.ts';

/** Texts of cells, which may be one for each language; where they stand in lists, with the name of the list. */
const texts = new Set([
  ...[
    'name',
    'title',
    'caption',
    'note',
    'source',
    'who',
    'measure',
    'when',
    'group',
    'footnotes[]',
    'label',
  ],
]);

type Names = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** What every cell may name: words that stand as strings, and others whatever their form. */
const named = (words: Words): Named => {
  const { text, sentence, figure, series, finding, scheme } = words;
  const strings: Names = {
    label: fc.constant(label),
    headline: sentence,
    value: sentence,
    topic: finding,
    'topic[]': finding,
    finding,
    'topics[]': finding,
    'except[]': finding,
    'of[]': finding,
    'needs[]': fc.oneof(figure, series),
    figure,
    series,
    scheme,
    field: fc.constantFrom('name', 'industry', 'manager', 'since', 'x'),
  };
  const references = fc.dictionary(finding, fc.constantFrom('fig:n1', 'tab:n2'), { maxKeys: 2 });
  return (name, type) => {
    if (name === 'references') return references;
    if (type === undefined) return texts.has(name) ? text : undefined;
    return type === 'string' ? strings[name] : undefined;
  };
};

/** Stands for a label until all are counted, since each is there once. */
const label = 'fig:label';

const plainValue = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value !== '') ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && String(value).length < 12);

/** What a cell that shows a series may name beside that: its columns, and values that they have. */
const namedIn = (words: Words, series: string): Named => {
  const columns = words.columnsOf(series);
  const column = columns.length === 0 ? fc.constant('id') : fc.constantFrom(...columns);
  const valueIn = (name: string): fc.Arbitrary<string | number | boolean> =>
    fc.constantFrom('x', ...words.valuesOf(series, name).filter(plainValue));
  const byColumn = (value: (name: string) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc
      .uniqueArray(column, { minLength: 1, maxLength: 2 })
      .chain(names => fc.record(Object.fromEntries(names.map(name => [name, value(name)]))));
  const ofColumns = [
    ...[
      'id',
      'detail',
      'recorded',
      'leftOut',
      'strong',
      'by',
      'item',
      'column',
      'cell',
      'head',
      'order',
      'from',
      'to',
    ],
    ...['total[]', 'detail[]', 'columns[]', 'recorded[]', 'causes[]'],
  ];
  const strings: Names = {
    ...Object.fromEntries(ofColumns.map(name => [name, column])),
    'order[]': fc.tuple(fc.constantFrom('', '-'), column).map(parts => parts.join('')),
    of: words.series,
  };
  const objects: Names = {
    where: byColumn(valueIn),
    except: byColumn(of => fc.array(valueIn(of), { maxLength: 3 })),
    totalOf: byColumn(() => words.figure),
    partsOf: byColumn(() => column),
    differences: byColumn(() => fc.record({ from: column, to: column })),
    titles: fc.constant({}),
  };
  const common = named(words);
  return (name, type) =>
    (type === 'string' ? strings : type === 'object' ? objects : {})[name] ?? common(name, type);
};

const block = (head: string, options: unknown): string => {
  const yaml =
    typeof options === 'object' && options !== null && Object.keys(options).length === 0
      ? ''
      : stringify(options, { lineWidth: 0 });
  return `\`\`\`${head}\n${yaml}\`\`\``;
};

const cell = (
  kind: CellKind,
  argument: fc.Arbitrary<string>,
  options: fc.Arbitrary<unknown>,
): fc.Arbitrary<string> =>
  fc.tuple(argument, options).map(([name, chosen]) => block(name === '' ? kind : `${kind} ${name}`, chosen));

const nothing = fc.constant('');

/** Charts of an analyst: what Vega-Lite takes, on columns that there are. */
const ownChart = (words: Words): fc.Arbitrary<string> =>
  words.series.chain(series => {
    const columns = words.columnsOf(series);
    if (columns.length === 0) return nothing;
    const field = fc.constantFrom(...columns);
    const measure = fc.record(
      {
        field,
        type: fc.constant('quantitative'),
        aggregate: fc.constantFrom('sum', 'count'),
        scale: fc.constantFrom({ type: 'log' }, { type: 'sqrt' }, { zero: false }),
      },
      { requiredKeys: ['field', 'type'] },
    );
    const group = fc.record({ field, type: fc.constantFrom('nominal', 'ordinal') });
    const spec = fc.record(
      {
        data: fc.constant({ name: series }),
        mark: fc.constantFrom('bar', 'line', 'point', 'area', 'tick'),
        encoding: fc.record({ x: group, y: measure, color: group }, { requiredKeys: ['x', 'y'] }),
        height: fc.constantFrom(120, 1),
        usermeta: fc.constant({ caption: 'x' }),
      },
      { requiredKeys: ['data', 'mark', 'encoding', 'usermeta'] },
    );
    return cell('vega-lite', nothing, spec);
  });

const table = (words: Words): fc.Arbitrary<string> =>
  words.series.chain(series =>
    cell('table', fc.constant(series), fromSchema(cellSchemas.table, namedIn(words, series))),
  );

/** A two-by-two, mostly by a column that has codes. */
const quadrants = (words: Words): fc.Arbitrary<string> =>
  words.series.chain(series => {
    const columns = words.columnsOf(series);
    if (columns.length === 0) return nothing;
    const common = namedIn(words, series);
    return fc.constantFrom(...columns).chain(by => {
      const codes = words.valuesOf(series, by).filter(value => typeof value === 'string' && value !== '');
      const order = fc.array(fc.constantFrom(...(codes.length === 0 ? ['x'] : codes)), {
        minLength: 4,
        maxLength: 4,
      });
      return cell(
        'quadrants',
        fc.constant(series),
        fromSchema(cellSchemas.quadrants, (name, type) =>
          name === 'by' ? fc.constant(by) : name === 'order' ? order : common(name, type),
        ),
      );
    });
  });

const drawn = (words: Words): fc.Arbitrary<string> =>
  fc.constantFrom(...charts).chain(({ name, options }) => {
    const own = fromSchema(options, named(words));
    const around = fromSchema(cellSchemas.chart, (property, type) =>
      property === 'options' ? own : named(words)(property, type),
    );
    return cell('chart', fc.constant(name), around);
  });

const cellOf = (
  kind: CellKind,
  words: Words,
  argument: fc.Arbitrary<string> = nothing,
): fc.Arbitrary<string> => cell(kind, argument, fromSchema(cellSchemas[kind], named(words)));

const prose = ({ sentence, figure, series }: Words): fc.Arbitrary<string> =>
  fc.oneof(
    sentence,
    fc.tuple(sentence, sentence).map(([a, b]) => `- ${a}\n- ${b}\n  1. x`),
    sentence.map(text => `### Apartado\n\n> ${text}`),
    fc
      .tuple(sentence, figure)
      .map(([text, name]) => `| a | b |\n|---|--:|\n| ${text.replaceAll('|', '/')} | {{figure "${name}"}} |`),
    fc.tuple(sentence, sentence).map(([text, note]) => `${text}[^n]\n\n[^n]: ${note}`),
    fc
      .tuple(series, sentence)
      .map(([name, text]) => `{{#if (has "${name}")}}\n\n${text}\n\n{{else}}\n\nNada\n\n{{/if}}`),
    fc.constant('{{#each accounts}}\n\n{{name}}: {{figure "account.*.score.total"}}, {{since}}\n\n{{/each}}'),
    fc.constant('{{#each kams}}\n\n{{name}}: {{figure "kam.*.load"}}\n\n{{/each}}'),
  );

const piece = (words: Words): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: prose(words) },
    { weight: 5, arbitrary: drawn(words) },
    { weight: 5, arbitrary: table(words) },
    { weight: 1, arbitrary: quadrants(words) },
    { weight: 1, arbitrary: ownChart(words) },
    { weight: 1, arbitrary: cellOf('figure', words, words.figure) },
    { weight: 1, arbitrary: cellOf('finding', words, words.finding) },
    ...(
      [
        'strip',
        'findings',
        'asks',
        'decisions',
        'facts',
        'methods',
        'sources',
        'assumptions',
        'documents',
        'page-break',
      ] as const
    ).map(kind => ({ weight: 1, arbitrary: cellOf(kind, words) })),
  );

const contained = (words: Words): fc.Arbitrary<string> => {
  const inner = piece(words);
  return fc.oneof(
    { weight: 6, arbitrary: inner },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('row', 'margin', 'full', 'columns', 'note', 'note Título', 'warning', 'es'),
          fc.array(inner, { minLength: 1, maxLength: 3 }),
        )
        .map(([name, parts]) => `::: ${name}\n\n${parts.join('\n\n')}\n\n:::`),
    },
  );
};

const head = (each: Each): fc.Arbitrary<unknown> =>
  fc.record(
    {
      title: fc.constantFrom('Cuaderno', { es: 'Cuaderno', en: 'Notebook' }),
      each: fc.constant(each),
      formats: fc.constant(['html']),
      cover: fc.boolean(),
      contents: fc.boolean(),
      ...(each === 'account'
        ? {
            where: fc.constantFrom(
              [{ field: 'revenue', atLeast: 100 }],
              [{ field: 'status', is: 'prospect' }],
              [{ field: 'score', below: 1e9 }],
            ),
          }
        : {}),
    },
    { requiredKeys: ['title', 'each', 'formats'] },
  );

/** A notebook in which nearly everything named exists, and every option may have every value that its schema takes. */
export const soundNotebook = (each: Each, words: Words): fc.Arbitrary<string> => {
  const section = fc
    .tuple(
      fromSchema(cellSchemas.section, named(words)),
      fc.array(contained(words), { minLength: 1, maxLength: 5 }),
    )
    .map(
      ([options, parts]) =>
        (at: number) =>
          [block(`section s${at}`, options), ...parts].join('\n\n'),
    );
  return fc.tuple(head(each), fc.array(section, { minLength: 1, maxLength: 3 })).map(([front, sections]) => {
    const body = sections.map((made, at) => made(at)).join('\n\n');
    const counted = (pattern: RegExp, mark: (number: number) => string) => (text: string) => {
      let number = 0;
      return text.replace(pattern, () => {
        number += 1;
        return mark(number);
      });
    };
    const labelled = counted(/fig:label/g, number => `fig:n${number}`)(body);
    const referred = counted(/\[\^n\](?!:)/g, number => `[^n${number}]`)(labelled);
    const noted = counted(/\[\^n\](?=:)/g, number => `[^n${number}]`)(referred);
    return `---\n${stringify(front)}---\n\n${noted}\n`;
  });
};
