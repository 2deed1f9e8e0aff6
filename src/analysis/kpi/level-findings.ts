import type { Finding, FindingParam } from '../../model/finding.ts';
import { type KpiId, kpiIds } from '../../model/kpi.ts';
import { choice, count, finding, terms } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { isSettled, sideOfPortfolio } from './apart.ts';
import { kpiDefinitions } from './definitions.ts';
import { indicatorFigureId, portfolioIndicators } from './figures.ts';
import { courseOf } from './indicator-course.ts';
import { type KamSubject, kamSubjects, segmentSubjects } from './subjects.ts';

/**
 * Which KPIs of a key account manager leave the value of the portfolio outside their interval, and on which side. Many are
 * compared at once on few cases, so that these are hints for a talk and no judgement. None about somebody whose KPIs have no
 * interval.
 */
export const levelFindings = (scope: Scope): readonly Finding[] => [
  ...scope.of(kamSubjects).flatMap(subject => apartFinding(scope, subject)),
  ...segmentFinding(scope),
  ...courseFinding(scope),
];

/** In how many segments a KPI leaves the value of the portfolio outside its interval. */
const segmentFinding = (scope: Scope): readonly Finding[] => {
  const compared = scope.of(segmentSubjects).flatMap(subject =>
    kpiIds.flatMap(kpi => {
      const one = judgedOf(scope, subject, kpi);
      if (one === undefined) return [];
      return [{ ...one, id: `${subject.prefix}.kpi.${kpi}`, settled: isSettled(subject, kpi) }];
    }),
  );
  const judged = compared.filter(({ settled }) => !settled);
  if (judged.length === 0) return [];
  const apart = judged.filter(one => one.apart);
  return [
    finding(
      'kpi-segments.apart',
      'notable',
      50,
      (apart.length > 0 ? apart : judged).map(({ id }) => id),
      {
        apart: count(apart.length),
        judged: count(judged.length),
        settled: count(compared.length - judged.length),
        chance: count(Math.round(judged.length * (1 - scope.workspace.settings.thresholds.confidence))),
        kpis: terms(
          'kpi-inline',
          kpiIds.filter(kpi => apart.some(one => one.kpi === kpi)),
        ),
      },
    ),
  ];
};

/** How many of the indicators that can be compared are better than a year ago, and how many worse. */
const courseFinding = (scope: Scope): readonly Finding[] => {
  const all = [...scope.of(portfolioIndicators).keys()];
  const compared = all.flatMap(indicator => {
    const course = courseOf(scope, indicator);
    return course === undefined ? [] : [{ indicator, course }];
  });
  if (compared.length === 0) return [];
  const worse = compared.filter(({ course }) => course === 'worse');
  return [
    finding(
      'kpi-indicators.course',
      'notable',
      50,
      (worse.length > 0 ? worse : compared).map(({ indicator }) => indicatorFigureId(indicator)),
      {
        compared: count(compared.length),
        worse: count(worse.length),
        better: count(compared.filter(({ course }) => course === 'better').length),
        all: count(all.length),
        others: count(all.length - compared.length),
      },
    ),
  ];
};

const apartFinding = (scope: Scope, subject: KamSubject): readonly Finding[] => {
  const judged = kpiIds.flatMap(kpi => judgedOf(scope, subject, kpi) ?? []);
  if (judged.length === 0) return [];
  const outside = judged.filter(one => one.apart);
  const newcomers = outside.filter(({ kpi }) => kpiDefinitions[kpi].turnsOnNewcomers);
  const apart = outside.filter(one => !newcomers.includes(one));
  const [better, worse] = [apart.filter(one => one.better), apart.filter(one => !one.better)];
  const cases = (apart.length > 0 ? apart : judged).map(one => one.cases);
  const named = (some: readonly Judged[]): FindingParam =>
    terms(
      'kpi-the',
      some.map(({ kpi }) => kpi),
    );
  const found = finding(
    'kam-kpis.apart',
    'notable',
    50,
    (apart.length > 0 ? apart : judged).map(({ kpi }) => `${subject.prefix}.kpi.${kpi}`),
    {
      apart: count(apart.length),
      judged: count(judged.length),
      inside: count(judged.length - outside.length),
      newcomers: count(newcomers.length),
      newcomerKpis: named(newcomers),
      better: count(better.length),
      betterKpis: named(better),
      worse: count(worse.length),
      worseKpis: named(worse),
      fewest: count(Math.min(...cases)),
      most: count(Math.max(...cases)),
      spread: choice(new Set(cases).size > 1 ? 'yes' : 'no'),
    },
  );
  return [{ ...found, id: `${found.code}.${subject.person}`, kam: subject.person }];
};

interface Judged {
  readonly kpi: KpiId;
  readonly apart: boolean;
  /** Whether it lies on the good side of the portfolio. */
  readonly better: boolean;
  /** Cases that it rests on. */
  readonly cases: number;
}

const judgedOf = (
  scope: Scope,
  { customers }: Pick<KamSubject, 'customers'>,
  kpi: KpiId,
): Judged | undefined => {
  const { perGroup, polarity, measure } = kpiDefinitions[kpi];
  if (!perGroup) return undefined;
  const measured = measure(scope, customers);
  const side = sideOfPortfolio(scope, kpi, measured);
  if (side === undefined) return undefined;
  const better = side === (polarity === 'higher' ? 'above' : 'below');
  return { kpi, apart: side !== 'around', better, cases: measured.sample ?? measured.coverage?.n ?? 0 };
};
