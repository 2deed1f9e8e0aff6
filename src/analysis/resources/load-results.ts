import type { Figure } from '../../model/figure.ts';
import type { Finding, FindingParam } from '../../model/finding.ts';
import { input, quotient, sumOf } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { isKey, keyCustomers } from '../customers.ts';
import { countedFirst, numberOfFirst, sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import * as column from '../portfolio/columns.ts';
import { sumOfKnown } from '../portfolio/effort.ts';
import { account, accounts, choice, count, figure, finding, line, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type KamLoad, kamLoads, unassigned } from './load.ts';
import { curingMoves, mostLoadedFirst } from './moves.ts';
import { loadAssumptions, resourceSettings } from './settings.ts';

/** Load of each key account manager, and of all of them together. */
export const loadFigures = (scope: Scope, method: string): Figure[] => [
  ...scope.of(kamLoads).flatMap(load => figuresOfKam(scope, method, load)),
  wholeFigure(scope, method),
  ...assignmentFigures(scope, method),
];

const written = input(0);
const allTogether = sumOf();
const needByCapacity = quotient(0, 1);

const figuresOfKam = (scope: Scope, method: string, load: KamLoad): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { person } = load.kam;
  const prefix = `kam.${person.id}.load`;
  const managers = countedFirst(load.needs, ({ customer }) => isKey(scope, customer)).map(({ customer }) =>
    at(customer.account.source, 'manager'),
  );
  const needs = load.needs.flatMap(({ inputs }) => inputs);
  const own = at(person.source, 'role');
  const inputs = managers.length > 0 ? managers : [own];
  const why = load.unavailable ?? { code: 'no-need' };
  const lines = loadAssumptions(scope);
  return [
    make(`${prefix}.accounts`, load.needs.length, 'count', 0, inputs, {
      formula: numberOfFirst(load.needs.length),
    }),
    make(`${prefix}.key-accounts`, load.keyAccounts, 'count', 0, inputs, {
      formula: numberOfFirst(load.keyAccounts),
    }),
    make(`${prefix}.need`, load.need ?? { code: 'no-need' }, 'count', 0, needs.length > 0 ? needs : inputs, {
      coverage: load.coverage,
      formula: load.needs.length === 0 ? sumBetween(0, 0) : allTogether,
    }),
    make(
      `${prefix}.capacity`,
      load.capacity ?? { code: 'no-capacity' },
      'count',
      0,
      [at(person.source, 'capacity')],
      { formula: written },
    ),
    make(`kam.${person.id}.load`, load.load ?? why, 'share', 0, [`${prefix}.need`, `${prefix}.capacity`], {
      assumptions: lines,
      coverage: load.coverage,
      formula: needByCapacity,
    }),
    make(
      `${prefix}.verdict`,
      load.verdict ?? (load.load === undefined ? why : { code: 'needs-incomplete' }),
      'term',
      0,
      [`kam.${person.id}.load`, `${prefix}.accounts`],
      { vocabulary: 'load', assumptions: lines },
    ),
  ];
};

/** Hours that all accounts need ÷ hours of all key account managers whose capacity is known. */
const wholeFigure = (scope: Scope, method: string): Figure => {
  const known = scope
    .of(kamLoads)
    .filter(({ need, capacity }) => need !== undefined && capacity !== undefined);
  const capacity = sumOfKnown(known.map(load => load.capacity));
  const need = sumOfKnown(known.map(load => load.need));
  return figuresOf(method, scope.period)(
    'programme.resources.load',
    need === undefined || capacity === undefined ? { code: 'no-capacity' } : need / capacity,
    'share',
    0,
    [
      ...known.map(({ kam }) => `kam.${kam.id}.load.need`),
      ...known.map(({ kam }) => `kam.${kam.id}.load.capacity`),
    ],
    {
      formula: quotient(sumOf(0, known.length), sumOf(known.length)),
      assumptions: loadAssumptions(scope),
      coverage: { n: known.length, of: scope.of(kamLoads).length },
    },
  );
};

/** Key accounts without a key account manager, and without an executive sponsor. */
const assignmentFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const keys = keyCustomers(scope);
  const without = unassigned(scope);
  return (
    [
      ['without-kam', 'manager'],
      ['without-sponsor', 'sponsor'],
    ] as const
  ).map(([name, field]) =>
    make(
      `programme.resources.${name}`,
      keys.length === 0 ? { code: 'no-key-accounts' } : without[field].length,
      'count',
      0,
      countedFirst(keys, ({ account }) => account[field] === undefined).map(({ account: { source } }) =>
        at(source, field),
      ),
      {
        formula: numberOfFirst(without[field].length),
        polarity: 'lower',
        coverage: { n: keys.length - without[field].length, of: keys.length },
      },
    ),
  );
};

/** `programme.resources.load`: key account managers by id, which is no order of merit. */
export const loadSeries = (scope: Scope): Series => {
  const rows = scope.of(kamLoads);
  const figure = (name: string): string => `kam.{employee}.load${name}`;
  return {
    id: 'programme.resources.load',
    columns: [
      { id: 'employee', kind: 'person' },
      column.shows(column.count('managed'), figure('.accounts')),
      column.shows(column.count('keyAccounts'), figure('.key-accounts')),
      column.shows(column.count('hoursNeeded'), figure('.need')),
      column.shows(column.count('capacity'), figure('.capacity')),
      column.shows(column.measure('load', 'share', 0), figure('')),
      column.count('n'),
      column.count('of'),
      column.shows(column.term('loadVerdict', 'load'), figure('.verdict')),
    ],
    rows: rows.map(({ kam, needs, keyAccounts, need, capacity, load, coverage, verdict }) => ({
      employee: kam.id,
      managed: needs.length,
      keyAccounts,
      hoursNeeded: column.orMissing(need),
      capacity: column.orMissing(capacity),
      load: column.orMissing(load),
      n: coverage.n,
      of: coverage.of,
      loadVerdict: column.orMissing(verdict),
    })),
    inputs: rows.map(({ kam }) => `kam.${kam.id}.load`),
    rowInputs: rows.map(({ kam }) => [`kam.${kam.id}.load`]),
  };
};

const names = (loads: readonly KamLoad[]): FindingParam => ({
  kind: 'texts',
  texts: loads.map(({ kam }) => kam.person.name),
});

/** Where the load crosses the declared lines, and which key accounts nobody looks after. */
export const loadFindings = (scope: Scope): readonly Finding[] => [
  ...balance(scope),
  ...withoutAnyone(scope),
];

const balance = (scope: Scope): readonly Finding[] => {
  const loads = scope.of(kamLoads);
  const known = loads.filter(({ load }) => load !== undefined);
  if (known.length === 0) return [];
  const { low, high } = resourceSettings(scope).load;
  const over = mostLoadedFirst(loads.filter(({ verdict }) => verdict === 'over'));
  const [first] = over;
  const under = loads.filter(({ verdict }) => verdict === 'under');
  const common = {
    high: line(high),
    low: line(low),
    judged: count(known.length),
    whole: figure('programme.resources.load'),
  };
  const figures = [...over, ...under].map(({ kam }) => `kam.${kam.id}.load`);
  if (figures.length === 0) return [finding('load.within', 'good', 30, ['programme.resources.load'], common)];
  return [
    finding('load.outside', over.length > 0 ? 'attention' : 'notable', 55, figures, {
      ...common,
      over: count(over.length),
      beyond: choice((first?.load ?? 0) > high ? 'capacity' : 'accounts'),
      overLoad: first?.load === undefined ? text('') : figure(`kam.${first.kam.id}.load`),
      overPeople: names(over),
      under: count(under.length),
      underPeople: names(under),
      ...relief(scope, first),
    }),
  ];
};

/** What would relieve the most loaded: an account that passes to somebody who stays within what was agreed, if there is one. */
const relief = (scope: Scope, giver: KamLoad | undefined): Finding['params'] => {
  const [move] = giver === undefined ? [] : scope.of(curingMoves);
  return {
    giver: text(giver?.kam.person.name ?? ''),
    move: choice(move === undefined ? 'none' : move.sure ? 'sure' : 'unsure'),
    moved: move === undefined ? text('') : account(move.customer.id),
    receiver: text(move?.to.person.name ?? ''),
    after: { kind: 'number', value: move?.loadAfter ?? 0, unit: 'share', precision: 0 },
  };
};

const withoutAnyone = (scope: Scope): readonly Finding[] => {
  const { manager, sponsor } = unassigned(scope);
  const all = [...new Set([...manager, ...sponsor].map(({ id }) => id))];
  if (all.length === 0) return [];
  return [
    finding(
      'load.unassigned',
      'attention',
      65,
      ['programme.resources.without-kam', 'programme.resources.without-sponsor'],
      {
        count: count(all.length),
        accounts: accounts(all),
        managers: count(manager.length),
        sponsors: count(sponsor.length),
      },
    ),
  ];
};
