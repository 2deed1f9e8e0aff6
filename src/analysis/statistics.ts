import type { Interval } from '../model/figure.ts';
import { normalQuantile } from './statistics/distributions.ts';

/** Two-sided critical value for a confidence level between 0.5 and 1: 0.95 → 1.96. */
export const criticalValue = (confidence: number): number => normalQuantile((1 + confidence) / 2);

/**
 * Wilson score interval of a proportion (Wilson 1927, JASA 22). Never leaves 0–1 and holds for small n.
 * @returns undefined without trials
 */
export const wilsonInterval = (
  successes: number,
  trials: number,
  confidence: number,
): Interval | undefined => {
  if (trials <= 0) return undefined;
  const z = criticalValue(confidence);
  const p = successes / trials;
  const centre = (p + (z * z) / (2 * trials)) / (1 + (z * z) / trials);
  const half =
    (z / (1 + (z * z) / trials)) * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  return {
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
    level: confidence,
    kind: 'wilson',
  };
};

/**
 * How much smaller a margin of error is when `n` of a finite population of `population` answered: √[(N−n)/(N−1)], 0–1.
 * 1 when the population is unknown.
 */
export const finitePopulationFactor = (n: number, population: number | undefined): number =>
  population === undefined || population <= 1 ? 1 : Math.sqrt(Math.max(0, population - n) / (population - 1));

/** Answers to "would you recommend us" on 0–10: promoters 9–10, detractors 0–6. */
export interface Recommendation {
  readonly n: number;
  readonly promoters: number;
  readonly detractors: number;
}

export const recommendationOf = (answers: readonly number[]): Recommendation => ({
  n: answers.length,
  promoters: answers.filter(answer => answer >= 9).length,
  detractors: answers.filter(answer => answer <= 6).length,
});

/** Net promoter score, −100 to 100; undefined without answers. */
export const netPromoterScore = ({ n, promoters, detractors }: Recommendation): number | undefined =>
  n === 0 ? undefined : ((promoters - detractors) / n) * 100;

/**
 * Margin of error of the score: z·√[(p+d−(p−d)²)/n], in NPS points.
 * @param factor finite-population factor
 */
export const netPromoterMargin = (
  { n, promoters, detractors }: Recommendation,
  confidence: number,
  factor = 1,
): number | undefined => {
  if (n === 0) return undefined;
  const [p, d] = [promoters / n, detractors / n];
  return criticalValue(confidence) * Math.sqrt((p + d - (p - d) ** 2) / n) * factor * 100;
};

/**
 * Adjusted-Wald interval for small n: three answers are added, ¾ promoters and ¾ detractors (Rocks 2016, The American
 * Statistician 70). In NPS points, cut at ±100 and widened to the score where a tiny sample leaves it outside.
 * @param factor finite-population factor: both ends move towards the score by it
 */
export const netPromoterInterval = (
  recommendation: Recommendation,
  confidence: number,
  factor = 1,
): Interval | undefined => {
  const score = netPromoterScore(recommendation);
  if (score === undefined) return undefined;
  const adjusted = {
    n: recommendation.n + 3,
    promoters: recommendation.promoters + 0.75,
    detractors: recommendation.detractors + 0.75,
  };
  const centre = netPromoterScore(adjusted) ?? score;
  const margin = netPromoterMargin(adjusted, confidence) ?? 0;
  return {
    low: score - Math.max(0, score - Math.max(-100, centre - margin)) * factor,
    high: score + Math.max(0, Math.min(100, centre + margin) - score) * factor,
    level: confidence,
    kind: 'adjusted-wald',
  };
};
