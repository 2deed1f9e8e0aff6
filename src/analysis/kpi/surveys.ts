import type { Assumption, Coverage } from '../../model/figure.ts';
import { constant, countOf, minus, quotient, times } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import type { Stated } from '../formulas.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import {
  finitePopulationFactor,
  netPromoterInterval,
  netPromoterMargin,
  netPromoterScore,
  recommendationOf,
} from '../statistics.ts';
import { type Measurement, rate, trialsOf, unavailable } from './measurement.ts';
import { perCustomer } from './per-customer.ts';

export interface Answer {
  readonly score: number;
  readonly source: SourceRef;
}

export interface Answers {
  readonly given: readonly Answer[];
  readonly scores: readonly number[];
  readonly inputs: readonly SourceRef[];
  /** People asked in the quarter; absent where nobody recorded it, or fewer than answered. */
  readonly asked?: number;
  /** Where it stands how many were asked. */
  readonly askedInputs: readonly SourceRef[];
  /** Customers in which somebody was asked. */
  readonly customersAsked: number;
}

type Question = 'csat' | 'nps';

interface OwnAnswers {
  readonly answers: Readonly<Record<Question, readonly Answer[]>>;
  readonly asked: number;
  readonly askedInputs: readonly SourceRef[];
}

// Answers of the quarter itself: an old survey says nothing about this one.
const ownAnswers = perCustomer((scope, { members }): OwnAnswers => {
  const given = members.flatMap(({ surveys, source }) =>
    surveys.flatMap((survey, index) => (survey.period === scope.period ? [{ survey, index, source }] : [])),
  );
  const answersTo = (question: Question) =>
    given.flatMap(({ survey, index, source }) => {
      const score = survey[question];
      return score === undefined ? [] : [{ score, source: at(source, 'surveys', index, question) }];
    });
  return {
    answers: { csat: answersTo('csat'), nps: answersTo('nps') },
    asked: members.reduce((total, { history }) => total + (history[scope.period]?.surveyed ?? 0), 0),
    askedInputs: members.flatMap(({ history, source }) =>
      history[scope.period]?.surveyed === undefined ? [] : [at(source, 'history', scope.period, 'surveyed')],
    ),
  };
});

export const answersOf = (scope: Scope, of: readonly Customer[], question: Question): Answers => {
  const all = of.map(customer => ownAnswers(scope, customer));
  const answers = all.flatMap(own => own.answers[question]);
  const asked = all.reduce((total, own) => total + own.asked, 0);
  return {
    given: answers,
    scores: answers.map(answer => answer.score),
    inputs: answers.map(answer => answer.source),
    ...(asked >= answers.length && asked > 0 ? { asked } : {}),
    askedInputs: all.flatMap(own => own.askedInputs),
    customersAsked: all.filter(own => own.asked > 0).length,
  };
};

const answered = ({ scores, asked }: Answers): Coverage => ({ n: scores.length, of: asked ?? scores.length });

/** Satisfaction (domain 4.3): the top two boxes, 4–5 of 5, of the answers of the quarter. A share, 0–1. */
export const csat = (scope: Scope, of: readonly Customer[]): Measurement => {
  const answers = answersOf(scope, of, 'csat');
  const coverage = answered(answers);
  return rate(
    scope,
    trialsOf(
      answers.given,
      ({ score }) => score >= 4,
      ({ source }) => source,
    ),
    'no-answers',
    coverage,
  );
};

/**
 * People asked, where they are the population: when somebody was asked in more than half of the customers. Then the
 * answers are a large part of all there could be and the margin shrinks.
 */
const populationOf = (of: readonly Customer[], answers: Answers): number | undefined => {
  const present = of.filter(({ account }) => account.status === 'active').length;
  return answers.customersAsked * 2 > present ? answers.asked : undefined;
};

/** Net promoter score of the quarter's answers (Reichheld 2003), −100 to 100, with its adjusted-Wald interval. */
export const nps = (scope: Scope, of: readonly Customer[]): Measurement => {
  const answers = answersOf(scope, of, 'nps');
  const recommendation = recommendationOf(answers.scores);
  const value = netPromoterScore(recommendation);
  if (value === undefined) return unavailable('no-answers');
  const population = populationOf(of, answers);
  const { confidence } = scope.workspace.settings.thresholds;
  const factor = finitePopulationFactor(recommendation.n, population);
  const interval = netPromoterInterval(recommendation, confidence, factor);
  return {
    value,
    ...scoreFrom(answers.given),
    coverage: answered(answers),
    sample: recommendation.n,
    ...(interval === undefined ? {} : { interval }),
    assumptions: [threshold(scope, 'confidence'), ...populationAssumption(population)],
  };
};

/** (promoters − detractors) ÷ answers × 100, from the places of the answers: promoters first, then detractors. */
export const scoreFrom = (given: readonly Answer[]): Stated => {
  const promoters = given.filter(({ score }) => score >= 9);
  const detractors = given.filter(({ score }) => score <= 6);
  const passives = given.filter(({ score }) => score > 6 && score < 9);
  const unhappyUntil = promoters.length + detractors.length;
  return {
    inputs: [...promoters, ...detractors, ...passives].map(({ source }) => source),
    formula: times(
      quotient(
        minus(countOf(0, promoters.length), countOf(promoters.length, unhappyUntil)),
        countOf(0, given.length),
      ),
      constant(100),
    ),
  };
};

const populationAssumption = (population: number | undefined): Assumption[] =>
  population === undefined ? [] : [{ name: 'kpi.nps.population', value: population }];

/** Margin of error of the score as published, z·√[(p+d−(p−d)²)/n], in NPS points. */
export const npsMargin = (scope: Scope, of: readonly Customer[]): Measurement => {
  const answers = answersOf(scope, of, 'nps');
  const recommendation = recommendationOf(answers.scores);
  const population = populationOf(of, answers);
  const factor = finitePopulationFactor(recommendation.n, population);
  const value = netPromoterMargin(recommendation, scope.workspace.settings.thresholds.confidence, factor);
  if (value === undefined) return unavailable('no-answers');
  return {
    value,
    inputs: answers.inputs,
    sample: recommendation.n,
    assumptions: [threshold(scope, 'confidence'), ...populationAssumption(population)],
  };
};
