import type { Finding } from '../../model/finding.ts';
import { type KpiId, kpiIds } from '../../model/kpi.ts';
import { count, finding, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { isApart } from './apart.ts';
import { kpiDefinitions } from './definitions.ts';
import { indicatorFigureId, portfolioIndicators } from './figures.ts';
import { courseOf } from './indicator-course.ts';
import { type KamSubject, kamSubjects, segmentSubjects } from './subjects.ts';

/**
 * Which KPIs of a key account manager leave the value of the portfolio outside their interval. The others may differ by
 * chance alone, so that nobody is judged by them. None about somebody whose KPIs have no interval.
 */
export const levelFindings = (scope: Scope): readonly Finding[] => [
  ...scope.of(kamSubjects).flatMap(subject => apartFinding(scope, subject)),
  ...segmentFinding(scope),
  ...courseFinding(scope),
];

/** In how many segments a KPI leaves the value of the portfolio outside its interval. */
const segmentFinding = (scope: Scope): readonly Finding[] => {
  const judged = scope.of(segmentSubjects).flatMap(subject =>
    kpiIds.flatMap(kpi => {
      const one = judgedOf(scope, subject, kpi);
      return one === undefined ? [] : [{ ...one, id: `${subject.prefix}.kpi.${kpi}` }];
    }),
  );
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
        chance: count(Math.round(judged.length * (1 - scope.workspace.settings.thresholds.confidence))),
        kpis: {
          kind: 'terms',
          vocabulary: 'kpi-inline',
          codes: kpiIds.filter(kpi => apart.some(one => one.kpi === kpi)),
        },
      },
    ),
  ];
};

/** How many of the indicators that have a good side are better than a year ago, and how many worse. */
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
        others: count(all.length - compared.length),
      },
    ),
  ];
};

const apartFinding = (scope: Scope, subject: KamSubject): readonly Finding[] => {
  const judged = kpiIds.flatMap(kpi => judgedOf(scope, subject, kpi) ?? []);
  if (judged.length === 0) return [];
  const apart = judged.filter(one => one.apart);
  const [first] = apart;
  const found = finding(
    'kam-kpis.apart',
    'notable',
    50,
    (apart.length > 0 ? apart : judged).map(({ kpi }) => `${subject.prefix}.kpi.${kpi}`),
    {
      apart: count(apart.length),
      judged: count(judged.length),
      kpi: term('kpi-the', (first ?? judged[0])?.kpi ?? ''),
      kpis: { kind: 'terms', vocabulary: 'kpi-the', codes: apart.map(({ kpi }) => kpi) },
    },
  );
  return [{ ...found, id: `${found.code}.${subject.person}`, kam: subject.person }];
};

const judgedOf = (
  scope: Scope,
  { customers }: Pick<KamSubject, 'customers'>,
  kpi: KpiId,
): { readonly kpi: KpiId; readonly apart: boolean } | undefined => {
  if (!kpiDefinitions[kpi].perGroup) return undefined;
  const apart = isApart(scope, kpi, kpiDefinitions[kpi].measure(scope, customers));
  return apart === undefined ? undefined : { kpi, apart };
};
