import type { Diagnostic } from '../../model/diagnostic.ts';
import { daysOf, periodOfDate, shift } from '../../model/period.ts';
import { at, type Sourced } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { WorkspaceSettings } from '../../model/workspace-settings.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools } from './tools.ts';

/** Dates against the quarters that they belong to, and quarters against the one under review. */
export function* checkCalendar(
  { settings, accounts, decisions, kpis }: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  if (kpis !== undefined) {
    const ids = kpis.employeeSurveys.map(({ period }) => ({ id: period }));
    yield* duplicateIds(ids, at(kpis.source, 'employeeSurveys'), tools, 'period');
  }
  for (const account of accounts) yield* checkKey(account, tools);
  if (settings === undefined) return;
  yield* checkDocument(settings, tools);
  for (const account of accounts) {
    yield* checkQuarters(account, settings, tools);
    yield* checkActions(account, settings, tools);
  }
  for (const { due, period, source } of decisions ?? [])
    if (lastDayOf(due, settings) < daysOf(period, settings.fiscalYearStart).first)
      yield catalogue.contradiction(
        tools.locate(at(source, 'due')),
        `The decision is due ${due}, before ${period}, the review that seeks it`,
        'Correct one of the two.',
      );
}

const lastDayOf = (due: string, { fiscalYearStart }: WorkspaceSettings): string =>
  due.includes('Q') ? daysOf(due, fiscalYearStart).last : due;

function* checkDocument(settings: Sourced<WorkspaceSettings>, tools: Tools): Generator<Diagnostic> {
  const { document, period, fiscalYearStart, locales, source } = settings;
  const place = (name: string) => tools.locate(at(source, 'document', name));
  const { dataAsOf, preparedOn } = document;
  if (dataAsOf !== undefined && preparedOn !== undefined && preparedOn < dataAsOf)
    yield catalogue.wrongOrder(place('preparedOn'), 'preparedOn', preparedOn, 'dataAsOf', dataAsOf);
  const { first } = daysOf(period, fiscalYearStart);
  if (dataAsOf !== undefined && dataAsOf < first)
    yield catalogue.contradiction(
      place('dataAsOf'),
      `The data are of ${dataAsOf}, before ${period} begins (${first})`,
      'Correct "dataAsOf", or "period".',
    );
  for (const [index, locale] of locales.entries())
    if (locales.indexOf(locale) < index)
      yield catalogue.duplicateId(tools.locate(at(source, 'locales', index)), locale);
}

/** Spans of key status follow each other; only the last may be open. */
function* checkKey({ key, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { from, to }] of key.entries())
    for (const before of key.slice(0, index))
      if (from <= (before.to ?? from) && before.from <= (to ?? before.from)) {
        yield catalogue.contradiction(
          locate(at(source, 'key', index, 'from')),
          `This span of key status begins in ${from}, within the one that begins in ${before.from}`,
          'Let each span begin after the one before it has ended.',
        );
        break;
      }
}

/** Answers and ratings belong to a quarter that has come, and a survey to the one in which it was answered, or the next before. */
function* checkQuarters(
  { surveys, strength, ratings, source }: Account,
  { period, fiscalYearStart }: WorkspaceSettings,
  { locate }: Tools,
): Generator<Diagnostic> {
  for (const list of ['surveys', 'strength'] as const)
    for (const [index, entry] of (list === 'surveys' ? surveys : strength).entries())
      if (entry.period > period)
        yield catalogue.futureActual(locate(at(source, list, index, 'period')), list, entry.period, period);
  for (const quarter of Object.keys(ratings))
    if (quarter > period)
      yield catalogue.futureActual(locate(at(source, 'ratings', quarter), 'key'), 'ratings', quarter, period);
  for (const [index, survey] of surveys.entries()) {
    if (survey.date === undefined || survey.period > period) continue;
    const answered = periodOfDate(survey.date, fiscalYearStart);
    if (answered !== survey.period && answered !== shift(survey.period, 1))
      yield catalogue.contradiction(
        locate(at(source, 'surveys', index, 'date')),
        `${survey.date} lies in ${answered}, the answer is filed under ${survey.period}`,
        'Correct one of the two.',
      );
  }
}

function* checkActions(
  { actions, source }: Account,
  { fiscalYearStart }: WorkspaceSettings,
  { locate }: Tools,
): Generator<Diagnostic> {
  for (const [index, { since, due }] of actions.entries())
    if (since !== undefined && due < daysOf(since, fiscalYearStart).first)
      yield catalogue.contradiction(
        locate(at(source, 'actions', index, 'due')),
        `The action is due on ${due}, before ${since}, the review that agreed it`,
        'Correct one of the two.',
      );
}
