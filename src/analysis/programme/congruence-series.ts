import { type CongruenceElement, congruenceElements } from '../../model/congruence.ts';
import { previous } from '../../model/period.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { type CongruenceReading, congruence, congruenceTrail } from './congruence.ts';
import { levelFigureId } from './congruence-figures.ts';

const { orMissing, shows } = column;
const maturity = (id: string): Column => column.measure(id, 'index', 0);
const element = (id: string): Column => column.term(id, 'congruence');

/** The four elements, their six pairs, and the trail by quarter. */
export const congruenceSeries = (scope: Scope): Series[] => [
  elementSeries(scope),
  pairSeries(scope),
  trailSeries(scope),
];

const ratingIn = ({ elements }: CongruenceReading, name: CongruenceElement) =>
  elements.find(one => one.element === name);

const elementSeries = (scope: Scope): Series => {
  const { elements, weakest, rated } = scope.of(congruence);
  const before = scope.at(previous(scope.period)).of(congruence);
  // Without any rating there is nothing to show but four empty rows.
  const shown = rated === 0 ? [] : elements;
  return {
    id: 'programme.congruence.elements',
    columns: [
      element('element'),
      shows(maturity('maturity'), 'programme.congruence.level.{element}'),
      maturity('prior'),
      column.measure('change', 'index', 0, true),
      shows(maturity('neededLevel'), 'programme.congruence.needed.{element}'),
      shows(maturity('missingLevels'), 'programme.congruence.gap.{element}'),
      column.flag('weakest'),
      column.text('evidence'),
      { id: 'date', kind: 'date' },
      { id: 'owner', kind: 'person' },
    ],
    rows: shown.map((one): Row => {
      const prior = ratingIn(before, one.element)?.level;
      return {
        element: one.element,
        maturity: orMissing(one.level),
        prior: orMissing(prior),
        change: one.level === undefined || prior === undefined ? null : one.level - prior,
        neededLevel: one.needed,
        missingLevels: orMissing(one.gap),
        weakest: weakest.includes(one.element),
        evidence: orMissing(one.evidence),
        date: orMissing(one.date),
        owner: orMissing(one.owner),
      };
    }),
    inputs: elements.map(one => levelFigureId(one.element)),
    rowInputs: shown.map(({ element: name }) => [
      levelFigureId(name),
      ...[ratingIn(before, name)?.source].flatMap(source => source ?? []),
    ]),
  };
};

const pairSeries = (scope: Scope): Series => {
  const { pairs, rated } = scope.of(congruence);
  return {
    id: 'programme.congruence.pairs',
    columns: [
      element('elementA'),
      element('elementB'),
      shows(maturity('pairGap'), 'programme.congruence.pair.{elementA}.{elementB}'),
    ],
    rows: (rated === 0 ? [] : pairs).map(({ a, b, gap }) => ({
      elementA: a,
      elementB: b,
      pairGap: orMissing(gap),
    })),
    inputs: congruenceElements.map(levelFigureId),
  };
};

const trailSeries = (scope: Scope): Series => {
  const trail = scope.of(congruenceTrail);
  const levelIn = (elements: (typeof trail)[number]['elements'], name: CongruenceElement) =>
    orMissing(elements.find(one => one.element === name)?.level);
  return {
    id: 'programme.congruence.trail',
    columns: [
      column.period,
      ...congruenceElements.map(maturity),
      maturity('minimumLevel'),
      maturity('levelSpread'),
      column.count('ratedElements'),
    ],
    rows: trail.map(({ period, elements, minimum, spread, rated }) => ({
      period,
      ...Object.fromEntries(congruenceElements.map(name => [name, levelIn(elements, name)])),
      minimumLevel: orMissing(minimum),
      levelSpread: orMissing(spread),
      ratedElements: rated,
    })),
    inputs: congruenceElements.map(levelFigureId),
    rowInputs: trail.map(({ elements }) => elements.flatMap(({ source }) => source ?? [])),
  };
};
