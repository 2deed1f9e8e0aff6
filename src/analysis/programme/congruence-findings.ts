import type { CongruenceElement } from '../../model/congruence.ts';
import type { Finding, FindingParam } from '../../model/finding.ts';
import { previous } from '../../model/period.ts';
import { choice, count, finding, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type CongruenceReading, congruence, congruenceOf, isStale } from './congruence.ts';
import { levelFigureId } from './congruence-figures.ts';

const prefix = 'programme.congruence';
const level = (value: number): FindingParam => ({ kind: 'number', value, unit: 'index', precision: 0 });
const element = (code: CongruenceElement): FindingParam => term('congruence', code);

/** Whether the four elements agree with each other and with what the target cell needs. */
export const congruenceFindings = (scope: Scope): Finding[] => {
  const reading = scope.of(congruence);
  return [
    ...weakestFinding(reading),
    ...spreadFinding(scope, reading),
    ...fallFinding(scope, reading),
    ...agreementFinding(scope, reading),
    ...unratedFinding(reading),
    ...staleFinding(scope, reading),
  ];
};

/** The lowest of the four, where the target cell needs more of it. */
const weakestFinding = ({ weakest, elements, minimum, target }: CongruenceReading): Finding[] => {
  const short = elements.filter(one => weakest.includes(one.element) && (one.gap ?? 0) > 0);
  const [first, second] = short;
  if (first === undefined || minimum === undefined) return [];
  const params = { level: level(minimum), needed: level(first.needed), cell: choice(target) };
  const figures = short.map(one => levelFigureId(one.element));
  if (second === undefined)
    return [
      finding('congruence.weakest', 'attention', 80, figures, { ...params, element: element(first.element) }),
    ];
  return [
    finding('congruence.weakest-several', 'attention', 80, figures, {
      ...params,
      elements: count(short.length),
      element: element(first.element),
      second: element(second.element),
      others: count(short.length - 2),
    }),
  ];
};

const spreadFinding = (scope: Scope, { spread, elements }: CongruenceReading): Finding[] => {
  const line = congruenceOf(scope).spreadLine;
  if (spread === undefined || spread < line) return [];
  const rated = elements.flatMap(one =>
    one.level === undefined ? [] : [{ element: one.element, level: one.level }],
  );
  const levels = rated.map(one => one.level);
  const [highest, lowest] = [Math.max(...levels), Math.min(...levels)];
  const ahead = rated.find(one => one.level === highest);
  const behind = rated.find(one => one.level === lowest);
  if (ahead === undefined || behind === undefined) return [];
  return [
    finding('congruence.spread', 'attention', 60, [`${prefix}.spread`], {
      spread: count(spread),
      line: level(line),
      ahead: element(ahead.element),
      behind: element(behind.element),
      highest: level(highest),
      lowest: level(lowest),
    }),
  ];
};

const fallFinding = (scope: Scope, { elements }: CongruenceReading): Finding[] => {
  const before = scope.at(previous(scope.period)).of(congruence);
  return elements.flatMap(({ element: name, level: now }): Finding[] => {
    const then = before.elements.find(one => one.element === name)?.level;
    if (now === undefined || then === undefined || now >= then) return [];
    return [
      {
        ...finding('congruence.falls', 'attention', 50, [levelFigureId(name)], {
          element: element(name),
          before: level(then),
          now: level(now),
        }),
        id: `congruence.falls.${name}`,
      },
    ];
  });
};

const agreementFinding = (scope: Scope, reading: CongruenceReading): Finding[] => {
  const { elements, spread, minimum, target, rated } = reading;
  if (rated < elements.length || spread === undefined || minimum === undefined) return [];
  if (spread >= congruenceOf(scope).spreadLine || elements.some(({ gap }) => (gap ?? 0) > 0)) return [];
  return [
    finding('congruence.agrees', 'good', 40, [`${prefix}.minimum`, `${prefix}.spread`], {
      minimum: level(minimum),
      spread: count(spread),
      cell: choice(target),
    }),
  ];
};

const unratedFinding = ({ elements, rated }: CongruenceReading): Finding[] => {
  const missing = elements.filter(one => one.level === undefined);
  const [first] = missing;
  if (first === undefined || rated === 0) return [];
  return [
    finding('congruence.unrated', 'notable', 30, [`${prefix}.minimum`], {
      rated: count(rated),
      missing: count(missing.length),
      element: element(first.element),
    }),
  ];
};

const staleFinding = (scope: Scope, { elements, rated }: CongruenceReading): Finding[] => {
  const stale = elements.filter(one => isStale(scope, one));
  return stale.length === 0
    ? []
    : [
        finding('congruence.stale', 'notable', 20, [`${prefix}.stale`], {
          quarters: count(congruenceOf(scope).staleAfter),
          stale: count(stale.length),
          rated: count(rated),
        }),
      ];
};
