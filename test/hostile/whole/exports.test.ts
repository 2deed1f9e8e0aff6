import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { corpus, isText } from '../corpus/corpus.ts';
import { cellsOf } from '../csv-cells.ts';
import { exported, type Results, resultsOf } from '../hostile-exports.ts';
import { dealt, rewritten, timesMet, twinOf } from '../hostile-workspace.ts';
import { effort, grouped, tally } from '../tally.ts';

const texts = corpus.filter(isText).map(({ text }) => text);
const chunk = effort(110, 240);
const stride = effort(Math.ceil(texts.length / chunk), 1);
const tried = texts.filter((_, index) => index % stride === 0);
const lots = Array.from({ length: Math.ceil(tried.length / chunk) }, (_, index) =>
  tried.slice(index * chunk, (index + 1) * chunk),
);
const met = timesMet();

/** A workspace with payloads in all of its text fields, and one with their harmless twins. */
const pairOf = async (lot: readonly string[]) => {
  const hostile = await resultsOf(rewritten(dealt(lot, met)));
  const twin = await resultsOf(rewritten(twinOf(dealt(lot, met))));
  return { hostile, twin };
};

/** What XML is made of: its elements with the names of their attributes, and the values that are no texts of a workspace. */
const markupOf = (xml: string) => {
  const kinds = new Set<string>();
  const formulas: string[] = [];
  const links = new Set<string>();
  const parser = new SaxesParser({ xmlns: false });
  let inside = '';
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    inside = name;
    const said = Object.keys(attributes).filter(key => key !== 'xml:space');
    kinds.add(`${name} ${said.sort().join(' ')}`);
    if (name === 'Relationship') links.add(JSON.stringify(attributes));
  });
  parser.on('text', text => {
    if (inside === 'f') formulas.push(text);
  });
  parser.on('closetag', () => {
    inside = '';
  });
  parser.write(xml).close();
  return { kinds, formulas, links };
};

/** The parts of a package that are XML; slides carry workbooks, which are packages themselves. */
const xmlParts = (bytes: Uint8Array): readonly (readonly [path: string, xml: string])[] =>
  Object.entries(unzipSync(bytes)).flatMap(([path, content]) => {
    if (path.endsWith('.xlsx')) return xmlParts(content);
    return /\.(xml|rels)$/.test(path) ? [[path, strFromU8(content)] as const] : [];
  });

const packed = (bytes: Uint8Array) => {
  const parts = xmlParts(bytes);
  const marked = parts.map(([, xml]) => markupOf(xml));
  return {
    parts: parts.map(([path]) => path).sort(),
    kinds: new Set(marked.flatMap(({ kinds }) => [...kinds])),
    formulas: marked.flatMap(({ formulas }) => formulas.map(inOneOrder)).sort(),
    links: new Set(marked.flatMap(({ links }) => [...links])),
  };
};

/** Rows are ordered by their texts, and what a formula adds up stands in their order: `SUM('D'!$D$4:$D$5,'D'!$D$2)` by cell. */
const inOneOrder = (formula: string): string =>
  formula.replace(/(SUM|AVERAGE|COUNT)\(([^()]*)\)/g, (_, name: string, list: string) => {
    const cells = list.split(',').flatMap(part => {
      const [, before = '', first = '', last = first] =
        /^([^:]*\$)(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(part) ?? [];
      if (before === '') return [part];
      return Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, at) => before + (Number(first) + at),
      );
    });
    return `${name}(${cells.sort().join(',')})`;
  });

const beyond = (some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...some].filter(one => !others.has(one));

const only = (files: ReadonlyMap<string, string | Uint8Array>): Uint8Array => {
  const [content] = files.values();
  if (!(content instanceof Uint8Array)) throw new Error('There is no package');
  return content;
};

const expectSamePackage = async (format: 'xlsx' | 'pptx', hostile: Results, twin: Results): Promise<void> => {
  const [torn, sound] = [
    packed(only(await exported(format, hostile))),
    packed(only(await exported(format, twin))),
  ];
  expect(torn.parts).toEqual(sound.parts);
  expect(beyond(torn.kinds, sound.kinds)).toEqual([]);
  expect(beyond(torn.links, sound.links)).toEqual([]);
  expect(torn.formulas.length).toBe(sound.formulas.length);
  expect(beyond(new Set(torn.formulas), new Set(sound.formulas))).toEqual([]);
};

/** What a spreadsheet would take for something to compute or to run. */
const isFormula = (cell: string): boolean =>
  /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?[\d.]+(e[+-]?\d+)?$/i.test(cell);

const expectSameTables = async (hostile: Results, twin: Results): Promise<void> => {
  const [torn, sound] = [await exported('csv', hostile), await exported('csv', twin)];
  expect([...torn.keys()]).toEqual([...sound.keys()]);
  for (const [path, content] of torn) {
    const [rows, others] = [cellsOf(String(content)), cellsOf(String(sound.get(path)))];
    expect([path, rows.map(row => row.length)]).toEqual([path, others.map(row => row.length)]);
    expect([path, rows.flat().filter(isFormula)]).toEqual([path, []]);
  }
};

const expectSameMessage = async (hostile: Results, twin: Results): Promise<void> => {
  const tags = async (results: Results): Promise<readonly (readonly string[])[]> =>
    [...(await exported('email', results))]
      .filter(([path]) => path.endsWith('.html'))
      .map(([, html]) => String(html).match(/<[^>]*>/g) ?? []);
  expect(await tags(hostile)).toEqual(await tags(twin));
};

const expectSameCharts = async (hostile: Results, twin: Results): Promise<number> => {
  const [torn, sound] = [await exported('charts', hostile), await exported('charts', twin)];
  expect([...torn.keys()]).toEqual([...sound.keys()]);
  const kindsIn = (files: ReadonlyMap<string, string | Uint8Array>): ReadonlySet<string> =>
    new Set(
      [...files].flatMap(([path, svg]) => (path.endsWith('.svg') ? [...markupOf(String(svg)).kinds] : [])),
    );
  expect(beyond(kindsIn(torn), kindsIn(sound))).toEqual([]);
  for (const [path, content] of torn) if (path.endsWith('.json')) JSON.parse(String(content));
  return torn.size;
};

test.each(lots.map((lot, index) => [index + 1, lot] as const))(
  'payloads in every text field change nothing but texts in what is exported: lot %i',
  async (_, lot) => {
    const { hostile, twin } = await pairOf(lot);
    await expectSamePackage('xlsx', hostile, twin);
    await expectSamePackage('pptx', hostile, twin);
    await expectSameTables(hostile, twin);
    await expectSameMessage(hostile, twin);
    expect(await expectSameCharts(hostile, twin)).toBeGreaterThan(20);
  },
  600_000,
);

test('what was tried is told', () =>
  tally(
    'markup-exports',
    `${grouped(tried.length)} payloads in ${grouped(met.size)} text fields × CSV, XLSX, PPTX, e-mail and charts`,
  ));
