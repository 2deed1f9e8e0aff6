import fc from 'fast-check';
import type { Analysis } from '../../../src/analysis/analyze.ts';
import { customers } from '../../../src/analysis/customers.ts';
import { genericId } from '../../../src/analysis/generic-id.ts';
import { helperNames, plainUnits } from '../../../src/document/helpers.ts';
import { seriesColumns, vocabularyOf } from '../../../src/document/vocabulary.ts';
import type { Locale } from '../../../src/locale/locale.ts';
import { corpus } from '../corpus/corpus.ts';
import { nonsense } from './nonsense.ts';

export type Each = 'none' | 'account' | 'kam';

/** What a notebook may name, as arbitraries. */
export interface Words {
  readonly figure: fc.Arbitrary<string>;
  readonly series: fc.Arbitrary<string>;
  readonly finding: fc.Arbitrary<string>;
  readonly scheme: fc.Arbitrary<string>;
  /** Columns of a series; none where nothing is known of it. */
  readonly columnsOf: (series: string) => readonly string[];
  /** Values that a column has. */
  readonly valuesOf: (series: string, column: string) => readonly unknown[];
  /** Prose with expressions. */
  readonly sentence: fc.Arbitrary<string>;
  /** A text, or one for each language. */
  readonly text: fc.Arbitrary<unknown>;
}

/** Payloads that could be prose: what they would make of the notebook itself is the matter of other tests. */
const payloads = corpus
  .map(({ text }) => text)
  .filter(text => !/\{\{|```|:::|\n|\[\^|\p{C}/u.test(text) && !nonsense.test(text) && text.trim() !== '');

const quoted = (text: string): string => JSON.stringify(text);

/** @param each of whom the notebook makes a document each */
export const wordsFor = (analysis: Analysis, locale: Locale, each: Each): Words => {
  const vocabulary = vocabularyOf(analysis, locale, helperNames);
  const known = seriesColumns(analysis);
  const fits = (id: string): boolean => !id.includes('*') || (each !== 'none' && id.startsWith(`${each}.*.`));
  const idsOf = (all: Iterable<string>): readonly string[] =>
    [...new Set([...all].flatMap(id => [id, genericId(id)]))]
      .filter(id => fits(id) && (vocabulary.figures.has(id) || vocabulary.series.has(id)))
      .sort();
  // Half of the names are those that a subject gives a meaning, where there is one.
  const among = (ids: readonly string[]): fc.Arbitrary<string> => {
    const own = ids.filter(id => id.includes('*'));
    return own.length === 0
      ? fc.constantFrom(...ids)
      : fc.oneof(fc.constantFrom(...own), fc.constantFrom(...ids));
  };
  const promisedFigures = [...vocabulary.figures].filter(id => !id.includes('*'));
  const figure = among(idsOf([...analysis.figures.keys(), ...promisedFigures]));
  const series = among(
    idsOf([...analysis.series.keys(), ...[...vocabulary.series].filter(id => !id.includes('*'))]),
  );
  const finding = fc.constantFrom(...[...vocabulary.findings].sort());
  const accounts = analysis.scope.of(customers).map(({ id }) => id);
  const people = analysis.scope.workspace.people.map(({ id }) => id);
  const texts = [...vocabulary.texts].filter(key => vocabulary.parametersOf(key).length === 0).sort();
  const id = fc.oneof(figure, series);
  const style = fc.constantFrom(
    '',
    ' signed=true',
    ' precision=0',
    ' precision=3',
    ' precision=6',
    ' large=true',
  );
  const expression = fc.oneof(
    fc.tuple(figure, style).map(([name, how]) => `{{figure ${quoted(name)}${how}}}`),
    fc
      .tuple(fc.constantFrom('interval', 'coverage', 'reason', 'value'), figure)
      .map(([helper, name]) => `{{${helper} ${quoted(name)}}}`),
    fc
      .tuple(figure, fc.constantFrom(...plainUnits), fc.nat(6))
      .map(
        ([name, unit, precision]) =>
          `{{measure (value ${quoted(name)}) unit="${unit}" precision=${precision}}}`,
      ),
    fc
      .tuple(finding, fc.constantFrom('', ' part="sentence"', ' part="detail"', ' part="decision"'))
      .map(([name, part]) => `{{finding ${quoted(name)}${part}}}`),
    fc.constantFrom(...texts).map(key => `{{t ${quoted(key)}}}`),
    fc.constantFrom(
      '{{company}}',
      '{{period}}',
      '{{span}}',
      '{{dataAsOf}}',
      '{{cuts.attention}}',
      '{{text source}}',
    ),
    fc.constantFrom(...accounts).map(name => `{{accountName "${name}"}} {{short "${name}"}}`),
    ...(people.length === 0 ? [] : [fc.constantFrom(...people).map(name => `{{person "${name}"}}`)]),
    fc.constantFrom('2026-09-30', '2024-02-29', '1900-01-01').map(day => `{{date "${day}"}}`),
    fc
      .tuple(id, figure)
      .map(([name, shown]) => `{{#if (has ${quoted(name)})}}{{figure ${quoted(shown)}}}{{else}}–{{/if}}`),
    figure.map(name => `{{t "notes.customers" count=(number ${quoted(name)})}}`),
  );
  const words = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('Ingresos de *este* año', 'A line', '**n** of N', 'x', '3 < 4 & 5'),
    },
    { weight: 1, arbitrary: fc.constantFrom(...payloads) },
  );
  const sentence = fc
    .array(fc.oneof(words, expression), { minLength: 1, maxLength: 4 })
    .map(parts => parts.join(' '));
  const rows = (name: string): readonly Readonly<Record<string, unknown>>[] =>
    analysis.series.get(name)?.rows ?? [];
  return {
    figure,
    series,
    finding,
    scheme: fc.constantFrom(
      ...(analysis.scope.workspace.program.segments?.schemes ?? []).map(({ id: name }) => name),
      'x',
    ),
    columnsOf: name => [...(known.get(name) ?? [])],
    valuesOf: (name, column) => [...new Set(rows(name).map(row => row[column]))].slice(0, 20),
    sentence,
    text: fc.oneof(sentence, fc.record({ es: sentence, en: sentence })),
  };
};
