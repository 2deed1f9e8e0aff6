import { mean } from '../../model/averages.ts';
import { countOf, meanOf, quotient } from '../../model/formula.ts';
import type { EmployeeSurvey } from '../../model/kpi.ts';
import { shift } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { workedOut } from '../../model/worked-out.ts';
import type { Stated } from '../formulas.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { meanUncertainty, sampledFrom, type Uncertainty } from '../statistics/uncertainty.ts';
import { netPromoterInterval, netPromoterScore, recommendationOf } from '../statistics.ts';
import { type Measurement, unavailable } from './measurement.ts';
import { bestFirst, scoreFormula } from './surveys.ts';

export type Question = 'satisfaction' | 'recommend';

export interface Survey {
  readonly survey: EmployeeSurvey;
  readonly source: SourceRef;
}

// Employees are asked once or twice a year, so the latest survey of the last four quarters speaks for the quarter.
export const latestSurvey = (scope: Scope, question: Question): Survey | undefined => {
  const { kpis } = scope.workspace.program;
  if (kpis === undefined) return undefined;
  return kpis.employeeSurveys
    .map((survey, index) => ({ survey, source: at(kpis.source, 'employeeSurveys', index) }))
    .filter(
      ({ survey }) =>
        survey[question].length > 0 &&
        survey.period <= scope.period &&
        survey.period > shift(scope.period, -4),
    )
    .sort((a, b) => (a.survey.date < b.survey.date ? -1 : 1))
    .at(-1);
};

interface Asked {
  readonly answers: readonly number[];
  /** People asked, where recorded: all who could have answered. */
  readonly invited?: number;
  readonly source: SourceRef;
}

const meanOfAnswers = meanOf();

const summaries: Readonly<
  Record<Question, (scope: Scope, asked: Asked) => Stated & Uncertainty & { value?: number }>
> = {
  satisfaction: (scope, { answers, invited, source }) => {
    const { confidence } = scope.workspace.settings.thresholds;
    const value = mean(answers);
    return {
      ...(value === undefined ? {} : { value }),
      ...meanUncertainty(answers, {
        confidence,
        scale: [1, 10],
        ...(invited === undefined ? {} : { population: invited }),
      }),
      inputs: answers.map((_, index) => at(source, index)),
      formula: meanOfAnswers,
    };
  },
  recommend: (scope, { answers, invited, source }) => {
    const recommendation = recommendationOf(answers);
    const value = netPromoterScore(recommendation);
    const { confidence } = scope.workspace.settings.thresholds;
    return {
      ...(value === undefined ? {} : { value }),
      ...sampledFrom(invited, answers.length, factor =>
        netPromoterInterval(recommendation, confidence, factor),
      ),
      inputs: bestFirst(answers.map((score, index) => ({ score, source: at(source, index) }))),
      formula: scoreFormula(recommendation),
    };
  },
};

/** Answers to one question, never summarised for fewer than the minimum group. */
export const measureAnswers = (
  scope: Scope,
  question: Question,
  survey: Survey,
  asked: Asked,
): Measurement => {
  const { answers, invited, source } = asked;
  const { minimumGroup } = scope.workspace.settings.thresholds;
  if (answers.length < minimumGroup)
    return unavailable('group-too-small', [source], { minimum: minimumGroup });
  return {
    ...summaries[question](scope, asked),
    coverage: { n: answers.length, of: Math.max(answers.length, invited ?? 0) },
    sample: answers.length,
    assumptions: [threshold(scope, 'minimumGroup'), workedOut('survey-of', survey.survey.period, source)],
  };
};

const measureSurvey =
  (question: Question) =>
  (scope: Scope): Measurement => {
    const latest = latestSurvey(scope, question);
    if (latest === undefined) return unavailable('no-employee-survey');
    const { survey, source } = latest;
    return measureAnswers(scope, question, latest, {
      answers: survey[question],
      ...(survey.invited === undefined ? {} : { invited: survey.invited }),
      source: at(source, question),
    });
  };

/** Mean of the employees' answers, 1–10, with its interval; never shown for fewer than the minimum group (anonymity). */
export const employeeSatisfaction = measureSurvey('satisfaction');
/** Employee net promoter score, −100 to 100; never shown for fewer than the minimum group. */
export const employeeNps = measureSurvey('recommend');

const responseOf = quotient(countOf(1), 0);

/** People who answered ÷ people asked in the latest survey. A share, 0–1. */
export const employeeResponse = (scope: Scope): Measurement => {
  const latest = latestSurvey(scope, 'satisfaction');
  const invited = latest?.survey.invited;
  if (latest === undefined) return unavailable('no-employee-survey');
  const { survey, source } = latest;
  const { minimumGroup } = scope.workspace.settings.thresholds;
  const answers = survey.satisfaction.length;
  if (answers < minimumGroup) return unavailable('group-too-small', [source], { minimum: minimumGroup });
  if (invited === undefined || invited < answers || invited === 0)
    return unavailable('nobody-asked', [source]);
  return {
    value: answers / invited,
    inputs: [
      at(source, 'invited'),
      ...survey.satisfaction.map((_, index) => at(source, 'satisfaction', index)),
    ],
    formula: responseOf,
    coverage: { n: answers, of: invited },
  };
};
