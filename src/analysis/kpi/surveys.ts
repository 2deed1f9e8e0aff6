import type { Survey } from '../../model/account-activity.ts';
import type { Assumption, Coverage } from '../../model/figure.ts';
import { constant, countOf, type Formula, minus, plus, quotient, root, times } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { workedOut } from '../../model/worked-out.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { countedFirst, shareOfFirst } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { setting, threshold } from '../portfolio/assumptions.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { sampledFrom, without } from '../statistics/uncertainty.ts';
import {
  criticalValue,
  finitePopulationFactor,
  netPromoterInterval,
  netPromoterMargin,
  netPromoterScore,
  type Recommendation,
  recommendationOf,
} from '../statistics.ts';
import { type Measurement, numberOf, rate, type Trials, unavailable } from './measurement.ts';
import { perGroup } from './per-customer.ts';
import { kpiSettingsOf } from './settings.ts';

export interface Answers {
  readonly scores: readonly number[];
  /** People asked in the quarter; absent where nobody recorded it, or fewer than answered. */
  readonly asked?: number;
  /** Customers in which somebody was asked. */
  readonly customersAsked: number;
}

type Question = 'csat' | 'nps';

// Answers of the quarter itself: an old survey says nothing about this one.
const given =
  (question: Question) =>
  (scope: Scope, of: readonly Customer[]): Answers => {
    const scores = of.flatMap(({ members }) =>
      members.flatMap(({ surveys }) =>
        surveys.flatMap(survey => (survey.period === scope.period ? (survey[question] ?? []) : [])),
      ),
    );
    const numbers = of.map(({ members }) =>
      members.reduce((people, { history }) => people + (history[scope.period]?.surveyed ?? 0), 0),
    );
    const asked = numbers.reduce((people, own) => people + own, 0);
    return {
      scores,
      ...(asked >= scores.length && asked > 0 ? { asked } : {}),
      customersAsked: numberOf(numbers, own => own > 0),
    };
  };

const answersTo = { csat: perGroup(given('csat')), nps: perGroup(given('nps')) };

export const answersOf = (scope: Scope, of: readonly Customer[], question: Question): Answers =>
  answersTo[question](scope, of);

const answering = (scope: Scope, of: readonly Customer[], question: Question): readonly Filed<Survey>[] =>
  filedIn(of, 'surveys', survey => survey.period === scope.period && survey[question] !== undefined);

/** Where the same answers stand. */
export const answerPlaces = (
  scope: Scope,
  of: readonly Customer[],
  question: Question,
): readonly SourceRef[] => answering(scope, of, question).map(survey => placeOf(survey, question));

/** Where it stands how many people were asked in the quarter. */
export const askedPlaces = (scope: Scope, of: readonly Customer[]): readonly SourceRef[] =>
  of
    .flatMap(({ members }) => members)
    .filter(({ history }) => history[scope.period]?.surveyed !== undefined)
    .map(({ source }) => at(source, 'history', scope.period, 'surveyed'));

const answered = ({ scores, asked }: Answers): Coverage => ({ n: scores.length, of: asked ?? scores.length });

/** Answers that count, of all to a question. */
export const answersThat = (
  scope: Scope,
  of: readonly Customer[],
  question: Question,
  counts: (score: number) => boolean,
): Trials => {
  const answers = answersOf(scope, of, question);
  const { scores } = answers;
  const successes = numberOf(scores, counts);
  const population = populationOf(scope, of, answers);
  const inputs = (): readonly SourceRef[] =>
    countedFirst(answering(scope, of, question), ({ item }) => counts(item[question] ?? 0)).map(survey =>
      placeOf(survey, question),
    );
  return withInputs(inputs, {
    successes,
    trials: scores.length,
    formula: shareOfFirst(successes, scores.length),
    ...(population === undefined ? {} : { population }),
    assumptions: populationAssumption(scope, population),
  });
};

/** Satisfaction (domain 4.3): the top two boxes, 4–5 of 5, of the answers of the quarter. A share, 0–1. */
export const csat = (scope: Scope, of: readonly Customer[]): Measurement => {
  const answers = answersOf(scope, of, 'csat');
  const coverage = answered(answers);
  return rate(
    scope,
    answersThat(scope, of, 'csat', score => score >= 4),
    'no-answers',
    coverage,
  );
};

/**
 * People asked, where they are the population: when somebody was asked in more of the customers than the declared share. Then the
 * answers are a large part of all there could be and the margin shrinks.
 */
const populationOf = (scope: Scope, of: readonly Customer[], answers: Answers): number | undefined => {
  const present = numberOf(of, customer => standingOf(scope, customer) === 'active');
  return answers.customersAsked > present * kpiSettingsOf(scope).censusFrom ? answers.asked : undefined;
};

/** Net promoter score of the quarter's answers (Reichheld 2003), −100 to 100, with its adjusted-Wald interval. */
export const nps = (scope: Scope, of: readonly Customer[]): Measurement => {
  const answers = answersOf(scope, of, 'nps');
  const recommendation = recommendationOf(answers.scores);
  const value = netPromoterScore(recommendation);
  if (value === undefined) return unavailable('no-answers');
  const population = populationOf(scope, of, answers);
  const { confidence } = scope.workspace.settings.thresholds;
  return withInputs(() => bestFirst(placedAnswers(scope, of)), {
    value,
    formula: scoreFormula(recommendation),
    coverage: answered(answers),
    sample: recommendation.n,
    ...sampledFrom(population, recommendation.n, factor =>
      netPromoterInterval(recommendation, confidence, factor),
    ),
    assumptions: [threshold(scope, 'confidence'), ...populationAssumption(scope, population)],
  });
};

/** (promoters − detractors) ÷ answers × 100, from the places of the answers: promoters first, then detractors. */
export const scoreFormula = ({ n, promoters, detractors }: Recommendation): Formula =>
  times(
    quotient(minus(countOf(0, promoters), countOf(promoters, promoters + detractors)), countOf(0, n)),
    constant(100),
  );

const placedAnswers = (scope: Scope, of: readonly Customer[]): readonly Answer[] =>
  answering(scope, of, 'nps').map(survey => ({
    score: survey.item.nps ?? 0,
    source: placeOf(survey, 'nps'),
  }));

interface Answer {
  readonly score: number;
  readonly source: SourceRef;
}

/** The places of answers in the order of that formula. */
export const bestFirst = (given: readonly Answer[]): readonly SourceRef[] => {
  const promoters = given.filter(({ score }) => score >= 9);
  const detractors = given.filter(({ score }) => score <= 6);
  const passives = given.filter(({ score }) => score > 6 && score < 9);
  return [...promoters, ...detractors, ...passives].map(({ source }) => source);
};

const populationAssumption = (scope: Scope, population: number | undefined): Assumption[] => [
  setting(scope, 'kpis', 'censusFrom'),
  ...(population === undefined ? [] : [workedOut('people-asked', population)]),
];

/** Margin of error of the score as published, z·√[(p+d−(p−d)²)/n], in NPS points. */
export const npsMargin = (scope: Scope, of: readonly Customer[]): Measurement => {
  const answers = answersOf(scope, of, 'nps');
  const recommendation = recommendationOf(answers.scores);
  const population = populationOf(scope, of, answers);
  const factor = finitePopulationFactor(recommendation.n, population);
  const value = netPromoterMargin(recommendation, scope.workspace.settings.thresholds.confidence, factor);
  if (value === undefined) return unavailable('no-answers');
  return withInputs(() => bestFirst(placedAnswers(scope, of)), {
    value,
    formula: marginFormula(scope, recommendation, population),
    coverage: answered(answers),
    sample: recommendation.n,
    ...without('is-margin'),
    assumptions: [threshold(scope, 'confidence'), ...populationAssumption(scope, population)],
  });
};

/** z × √[(p + d − (p − d)²) ÷ n] × 100, narrower by √[(N − n) ÷ (N − 1)] where the people asked are the population. */
const marginFormula = (
  scope: Scope,
  { n, promoters, detractors }: Recommendation,
  population: number | undefined,
): Formula => {
  const z = criticalValue(scope.workspace.settings.thresholds.confidence);
  const all = countOf(0, n);
  const [p, d] = [countOf(0, promoters), countOf(promoters, promoters + detractors)];
  const gap = quotient(minus(p, d), all);
  const spread = root(quotient(minus(quotient(plus(p, d), all), times(gap, gap)), all));
  const margin = times(times(constant(z), spread), constant(100));
  return population === undefined || population <= 1
    ? margin
    : times(margin, root(quotient(minus(constant(population), all), constant(population - 1))));
};
