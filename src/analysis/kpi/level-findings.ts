import type { Finding } from '../../model/finding.ts';
import { type KpiId, kpiIds } from '../../model/kpi.ts';
import { count, finding, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { kpiDefinitions } from './definitions.ts';
import { portfolioKpis } from './figures.ts';
import { type KamSubject, kamSubjects } from './subjects.ts';

/**
 * Which KPIs of a key account manager leave the value of the portfolio outside their interval. The others may differ by
 * chance alone, so that nobody is judged by them. None about somebody whose KPIs have no interval.
 */
export const levelFindings = (scope: Scope): readonly Finding[] =>
  scope.of(kamSubjects).flatMap(subject => apartFinding(scope, subject));

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
      kpi: term('kpi-inline', (first ?? judged[0])?.kpi ?? ''),
      kpis: { kind: 'terms', vocabulary: 'kpi-inline', codes: apart.map(({ kpi }) => kpi) },
    },
  );
  return [{ ...found, id: `${found.code}.${subject.person}`, kam: subject.person }];
};

const judgedOf = (
  scope: Scope,
  { customers }: KamSubject,
  kpi: KpiId,
): { readonly kpi: KpiId; readonly apart: boolean } | undefined => {
  if (!kpiDefinitions[kpi].perGroup) return undefined;
  const { value, interval } = kpiDefinitions[kpi].measure(scope, customers);
  const whole = scope.of(portfolioKpis).get(kpi)?.value;
  if (value === undefined || interval === undefined || whole === undefined) return undefined;
  // Where everybody was asked the interval is a point, and any difference would stand out.
  if (interval.low >= interval.high) return undefined;
  // The interval of an extreme score is drawn inwards and may leave out the score itself.
  return { kpi, apart: whole < Math.min(interval.low, value) || whole > Math.max(interval.high, value) };
};
