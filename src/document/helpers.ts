import type Handlebars from 'handlebars';
import { seriesIds } from '../analysis/ids.ts';
import { type SentencePart, sentenceOf, withFullStop } from '../locale/sentence.ts';
import type { Figure, FigureId } from '../model/figure.ts';
import type { LocalizedText } from '../model/text.ts';
import type { Collected, Sources } from './composer.ts';
import { escapeMarkup } from './escape.ts';
import { textMarkup } from './fallback.ts';
import { referenceMark } from './references.ts';
import { explained, showFigure, showFinding } from './shown.ts';
import { atHand, findingsNamed, resolveId } from './subject.ts';

/** What a running template carries beside its view. */
export interface Running {
  readonly sources: Sources;
  readonly collected: Collected;
}

export const runningOf = (options: Handlebars.HelperOptions): Running => options.data as Running;

const makingOf = ({ sources, collected }: Running) => ({ analysis: sources.analysis, collected });

/** A figure that exists in the product but not in this workspace, such as one of a method that had nothing to work on. */
const notComputed = (id: FigureId, period: string): Figure => ({
  id,
  unavailable: { code: 'not-recorded' },
  unit: 'text',
  precision: 0,
  method: '',
  period,
  inputs: [],
});

/** Names of the helpers, for the check of notebooks. */
export const helperNames: readonly string[] = [
  'figure',
  'reason',
  'interval',
  'coverage',
  'number',
  'value',
  'measure',
  'has',
  'lacking',
  't',
  'text',
  'finding',
  'ref',
  'accountName',
  'short',
  'person',
  'date',
  'term',
];

/** Units that a number of an expression can be printed in; `money` is the currency of the report. */
export const plainUnits = [
  'count',
  'share',
  'points',
  'score',
  'index',
  'years',
  'days',
  'multiple',
  'money',
] as const;

type PlainUnit = Exclude<(typeof plainUnits)[number], 'money'>;

/** What Handlebars brings itself. */
export const blockNames: readonly string[] = ['if', 'unless', 'each', 'with'];

const namedSeries: ReadonlySet<string> = new Set(seriesIds);

/** The helpers that a notebook may use. Each returns text, which Handlebars escapes, or markup made from escaped text. */
export const createHelpers = (
  engine: typeof Handlebars,
): Readonly<Record<string, Handlebars.HelperDelegate>> => {
  const figureAt = (context: unknown, id: string, options: Handlebars.HelperOptions): Figure => {
    const running = runningOf(options);
    const resolved: FigureId = resolveId(id, atHand(context, running.sources.subject));
    const figure = showFigure(makingOf(running), resolved);
    return figure ?? notComputed(resolved, running.sources.analysis.scope.period);
  };
  return {
    figure(this: unknown, id: string, options: Handlebars.HelperOptions) {
      const hash: Readonly<Record<string, unknown>> = options.hash;
      const { locale } = runningOf(options).sources;
      const figure = figureAt(this, id, options);
      const isLarge =
        (hash.large === true || hash.large === 'symbol') &&
        typeof figure.value === 'number' &&
        figure.unit.startsWith('money:');
      const text = isLarge
        ? locale.largeMoney(Number(figure.value), figure.unit.slice(6), {
            style: hash.large === 'symbol' ? 'symbol' : 'words',
            signed: hash.signed === true,
          })
        : locale.figure(figure, {
            signed: hash.signed === true,
            ...(typeof hash.precision === 'number' ? { precision: hash.precision } : {}),
          });
      return new engine.SafeString(explained(escapeMarkup(text), figure.method === '' ? [] : [figure.id]));
    },
    reason(this: unknown, id: string, options: Handlebars.HelperOptions) {
      const { locale } = runningOf(options).sources;
      const { unavailable } = figureAt(this, id, options);
      return unavailable === undefined ? '' : locale.reason(unavailable);
    },
    /** "de 25 a 48" of a figure that has an interval, with its signs on request, and nothing where it has none. */
    interval(this: unknown, id: string, options: Handlebars.HelperOptions) {
      const { locale } = runningOf(options).sources;
      const { interval, unit, precision } = figureAt(this, id, options);
      if (interval === undefined) return '';
      const signed = options.hash.signed === true;
      const bound = (value: number): string =>
        locale.measure(value, unit, { precision, place: 'text', signed });
      return locale.t('interface.interval', { low: bound(interval.low), high: bound(interval.high) });
    },
    /** "41 de 58" of a figure that says how much of the data was there. */
    coverage(this: unknown, id: string, options: Handlebars.HelperOptions) {
      const { locale } = runningOf(options).sources;
      const { coverage } = figureAt(this, id, options);
      return coverage === undefined ? '' : locale.t('interface.coverage', { n: coverage.n, of: coverage.of });
    },
    /** A figure as the number that a text is inflected by: `{{t "notes.customers" count=(number "portfolio.customers.active")}}`. */
    number(this: unknown, id: string, options: Handlebars.HelperOptions) {
      const { value } = figureAt(this, id, options);
      return typeof value === 'number' ? value : 0;
    },
    /** The bare value of a figure, for helpers of the workspace; nothing where it has none. */
    value(this: unknown, id: string, options: Handlebars.HelperOptions) {
      return figureAt(this, id, options).value ?? null;
    },
    /** A number as a figure of that unit is printed: `{{measure (per-head …) unit="money" precision=0}}`. */
    measure(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
      const { locale, analysis } = runningOf(options).sources;
      const { unit = 'index', precision = 0 }: Readonly<Record<string, unknown>> = options.hash;
      if (typeof value !== 'number') return locale.t('interface.notAvailable');
      const { currency } = analysis.scope.workspace.settings;
      const measured = unit === 'money' ? (`money:${currency}` as const) : (unit as PlainUnit);
      return locale.measure(value, measured, { precision: Number(precision), place: 'text' });
    },
    /** Whether there is something to show; `least` asks for so many rows, `of` counts those with a value in that column, `is` those with this one. */
    has(this: unknown, id: string, options: Handlebars.HelperOptions) {
      const running = runningOf(options);
      const resolved = resolveId(id, atHand(this, running.sources.subject));
      const { figures, series } = running.sources.analysis;
      const { least = 1, of, is }: Readonly<Record<string, unknown>> = options.hash;
      const rows = (series.get(resolved)?.rows ?? []).filter(
        row => typeof of !== 'string' || (is === undefined ? (row[of] ?? '') !== '' : row[of] === is),
      );
      if (rows.length >= Number(least)) return true;
      if (Number(least) > 1 || is !== undefined) return false;
      const value = figures.get(resolved)?.value;
      // Where an id names rows and their number, a number of none is nothing to show.
      return value !== undefined && !(value === 0 && namedSeries.has(id));
    },
    /** Names what is not there, as a sentence lists it; nothing where all is: `{{lacking "plan-text" vision=account.vision}}`. */
    lacking(this: unknown, vocabulary: string, options: Handlebars.HelperOptions) {
      const { locale } = runningOf(options).sources;
      // Handlebars hands them over last first.
      const given = Object.entries(options.hash).toReversed();
      const absent = given.filter(([, value]) => engine.Utils.isEmpty(value));
      return locale.list(absent.map(([code]) => locale.term(vocabulary, code)));
    },
    t(this: unknown, key: string, options: Handlebars.HelperOptions) {
      return runningOf(options).sources.locale.t(key, options.hash);
    },
    text(this: unknown, text: LocalizedText | undefined, options: Handlebars.HelperOptions) {
      if (text === undefined) return '';
      return new engine.SafeString(textMarkup(runningOf(options).sources.locale, text));
    },
    finding(this: unknown, code: string, options: Handlebars.HelperOptions) {
      const running = runningOf(options);
      const { analysis, locale, names } = running.sources;
      const at = atHand(this, running.sources.subject);
      const [found] = findingsNamed(code, analysis, at);
      if (found !== undefined) showFinding(makingOf(running), found);
      const part = (options.hash.part ?? 'message') as SentencePart | 'sentence';
      const said =
        found &&
        sentenceOf(found, part === 'sentence' ? 'message' : part, {
          locale,
          names,
          figures: analysis.figures,
        });
      if (said === undefined || said === '') return '';
      // The full stop goes with it: on screens a sentence that can be asked is a box, and a stop after it would begin a line.
      const text = part === 'sentence' ? withFullStop(said) : said;
      const kind = part === 'message' ? 'words' : 'sentence';
      return new engine.SafeString(explained(escapeMarkup(text), found?.figures ?? [], kind));
    },
    ref(this: unknown, label: string) {
      return new engine.SafeString(referenceMark(label));
    },
    footnote(this: unknown, label: string, options: Handlebars.HelperOptions) {
      const { collected, sources } = runningOf(options);
      if (collected.hidden) return '';
      const number = collected.footnotes.push({ label, section: collected.section });
      const name = escapeMarkup(sources.locale.t('interface.footnote', { number }));
      return new engine.SafeString(
        `<sup class="footnote"><a id="footnote-${number}-from" href="#footnote-${number}" aria-label="${name}">${number}</a></sup>`,
      );
    },
    footnoteText(this: unknown, label: string, options: Handlebars.HelperOptions) {
      runningOf(options).collected.footnoteTexts.set(label, options.fn(this));
      return '';
    },
    accountName: (id: string, options: Handlebars.HelperOptions) =>
      runningOf(options).sources.names.account(id),
    short: (id: string, options: Handlebars.HelperOptions) =>
      runningOf(options).sources.names.shortAccount(id),
    person: (id: string, options: Handlebars.HelperOptions) => runningOf(options).sources.names.person(id),
    date: (iso: string, options: Handlebars.HelperOptions) => runningOf(options).sources.locale.date(iso),
    term: (vocabulary: string, code: string, options: Handlebars.HelperOptions) =>
      runningOf(options).sources.locale.term(vocabulary, code),
  };
};
