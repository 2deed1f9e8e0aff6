import type { KpiSettings } from '../../model/kpi.ts';
import { shift } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { netPromoterInterval, netPromoterScore, recommendationOf } from '../statistics.ts';
import { type Measurement, unavailable } from './measurement.ts';
import { kpiSettingsOf } from './settings.ts';

type Question = 'satisfaction' | 'recommend';
type EmployeeSurvey = KpiSettings['employeeSurveys'][number];

// Employees are asked once or twice a year, so the latest survey of the last four quarters speaks for the quarter.
const latestSurvey = (
  scope: Scope,
  question: Question,
): { readonly survey: EmployeeSurvey; readonly index: number } | undefined =>
  kpiSettingsOf(scope)
    .employeeSurveys.map((survey, index) => ({ survey, index }))
    .filter(
      ({ survey }) =>
        survey[question].length > 0 &&
        survey.period <= scope.period &&
        survey.period > shift(scope.period, -4),
    )
    .sort((a, b) => (a.survey.date < b.survey.date ? -1 : 1))
    .at(-1);

const measureSurvey = (
  scope: Scope,
  question: Question,
  summarise: (answers: readonly number[]) => Pick<Measurement, 'value' | 'interval'>,
): Measurement => {
  const { kpis } = scope.workspace.program;
  const latest = latestSurvey(scope, question);
  if (latest === undefined || kpis === undefined) return unavailable('no-employee-survey');
  const answers = latest.survey[question];
  const { minimumGroup } = scope.workspace.settings.thresholds;
  const inputs = [at(kpis.source, 'employeeSurveys', latest.index, question)];
  if (answers.length < minimumGroup) return unavailable('group-too-small', inputs, { minimum: minimumGroup });
  const coverage = { n: answers.length, of: Math.max(answers.length, latest.survey.invited ?? 0) };
  return {
    ...summarise(answers),
    inputs,
    coverage,
    sample: answers.length,
    assumptions: [
      threshold(scope, 'minimumGroup'),
      { name: 'kpi.employee-survey.period', value: latest.survey.period, source: inputs[0] ?? kpis.source },
    ],
  };
};

/** Mean of the employees' answers, 1–10; never shown for fewer than the minimum group (anonymity). */
export const employeeSatisfaction = (scope: Scope): Measurement =>
  measureSurvey(scope, 'satisfaction', answers => ({
    value: answers.reduce((total, answer) => total + answer, 0) / answers.length,
  }));

/** Employee net promoter score, −100 to 100; never shown for fewer than the minimum group. */
export const employeeNps = (scope: Scope): Measurement =>
  measureSurvey(scope, 'recommend', answers => {
    const recommendation = recommendationOf(answers);
    const value = netPromoterScore(recommendation);
    const interval = netPromoterInterval(recommendation, scope.workspace.settings.thresholds.confidence);
    return { ...(value === undefined ? {} : { value }), ...(interval === undefined ? {} : { interval }) };
  });
