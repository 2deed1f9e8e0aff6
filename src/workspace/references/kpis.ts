import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KpiSettings } from '../../model/kpi.ts';
import { periodOfDate } from '../../model/period.ts';
import { at, type Sourced } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

type Settings = Sourced<KpiSettings>;

/** What KPIs name exists: strategy, areas, activities, levers, siblings, people; and staff surveys agree with themselves. */
export function* checkKpiSettings(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { kpis } = draft;
  if (kpis === undefined) return;
  for (const list of ['areas', 'activities', 'levers'] as const)
    yield* duplicateIds(kpis[list], at(kpis.source, list), tools);
  yield* checkNames(kpis, draft, tools);
  yield* checkSiblings(kpis, tools);
  yield* checkConflicts(kpis, tools);
  yield* checkSurveys(kpis, draft, tools);
}

function* checkNames(kpis: Settings, { statements, personIds }: Draft, tools: Tools): Generator<Diagnostic> {
  const idsOf = (list: 'areas' | 'activities' | 'levers') => new Set(kpis[list].map(({ id }) => id));
  const lines = statements && new Set(['vision', 'mission', ...statements.strategy.map(({ id }) => id)]);
  const [areas, activities, levers] = [idsOf('areas'), idsOf('activities'), idsOf('levers')];
  for (const [index, setting] of kpis.kpis.entries()) {
    const ref = at(kpis.source, 'kpis', index);
    for (const [place, id] of setting.serves.entries())
      if (lines) yield* unknownReference('strategy line', id, lines, at(ref, 'serves', place), tools);
    for (const [place, id] of setting.areas.entries())
      yield* unknownReference('area', id, areas, at(ref, 'areas', place), tools);
    for (const [place, id] of setting.activities.entries())
      yield* unknownReference('activity', id, activities, at(ref, 'activities', place), tools);
    // Levers need no list; where there is one, it holds them all.
    for (const id of levers.size > 0 ? Object.keys(setting.levers) : [])
      yield* unknownReference('lever', id, levers, at(ref, 'levers', id), tools);
    yield* unknownReference('person', setting.benefit?.by, personIds, at(ref, 'benefit', 'by'), tools);
  }
}

function* checkSiblings(kpis: Settings, tools: Tools): Generator<Diagnostic> {
  const followed = new Map(kpis.kpis.map(setting => [setting.kpi, setting] as const));
  for (const [index, { kpi, cheaper, costToMeasure }] of kpis.kpis.entries()) {
    if (cheaper === undefined) continue;
    const place = tools.locate(at(kpis.source, 'kpis', index, 'cheaper'));
    const sibling = followed.get(cheaper);
    if (sibling === undefined)
      yield catalogue.contradiction(
        place,
        `${cheaper} is named as the cheaper KPI, but is not followed itself`,
        'Add it to "kpis", or take "cheaper" away.',
      );
    else if (cheaper === kpi || (sibling.costToMeasure ?? 0) >= (costToMeasure ?? Number.POSITIVE_INFINITY))
      yield catalogue.contradiction(
        place,
        `${cheaper} is named as cheaper than ${kpi}, but costs as much or more`,
        'Correct "costToMeasure" of one of the two, or take "cheaper" away.',
      );
  }
}

function* checkConflicts(kpis: Settings, tools: Tools): Generator<Diagnostic> {
  const followed = new Set<string>(kpis.kpis.map(({ kpi }) => kpi));
  for (const [index, { between }] of kpis.selection.conflicts.entries()) {
    const ref = at(kpis.source, 'selection', 'conflicts', index, 'between');
    for (const [place, id] of between.entries())
      yield* unknownReference('followed KPI', id, followed, at(ref, place), tools);
    if (between[0] === between[1])
      yield catalogue.contradiction(
        tools.locate(ref),
        `${between[0]} can't be in conflict with itself`,
        'Name two KPIs.',
      );
  }
}

function* checkSurveys(kpis: Settings, { settings }: Draft, tools: Tools): Generator<Diagnostic> {
  for (const [index, survey] of kpis.employeeSurveys.entries()) {
    const ref = at(kpis.source, 'employeeSurveys', index);
    yield* duplicateIds(survey.groups, at(ref, 'groups'), tools);
    const quarter = settings && periodOfDate(survey.date, settings.fiscalYearStart);
    if (quarter !== undefined && quarter !== survey.period)
      yield catalogue.contradiction(
        tools.locate(at(ref, 'date')),
        `${survey.date} lies in ${quarter}, the survey is filed under ${survey.period}`,
        'Correct one of the two.',
      );
    for (const question of ['satisfaction', 'recommend'] as const) {
      const answers = survey[question].length;
      if (survey.invited !== undefined && answers > survey.invited)
        yield catalogue.moreThanAll(
          tools.locate(at(ref, question)),
          question,
          answers,
          'invited',
          survey.invited,
        );
      const left = countsOf(survey[question]);
      for (const [place, group] of survey.groups.entries())
        if (!takeAll(left, group[question]))
          yield catalogue.foreignAnswers(
            tools.locate(at(ref, 'groups', place, question)),
            question,
            survey.period,
          );
    }
  }
}

const countsOf = (answers: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return counts;
};

/** Takes answers from those that are left; false where one of them is not there any more. */
const takeAll = (left: Map<number, number>, answers: readonly number[]): boolean => {
  const found = answers.map(answer => {
    const remaining = (left.get(answer) ?? 0) - 1;
    left.set(answer, remaining);
    return remaining >= 0;
  });
  return found.every(Boolean);
};
