import type { Figure, FigureInput } from '../../model/figure.ts';
import { day, type Formula, minus, sumOf, weightedMeanOf } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { countedFirst, numberOfFirst, shareOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import type { CoveredRole, MappedPerson } from './people.ts';
import { isSingleThreaded, keyRelationships, type Relationship } from './relationship.ts';
import { dateOfData, declared } from './settings.ts';

/** `account.<id>.relationship.*`: roles covered, attitude, contacts overdue, silence and who holds the threads. */
export const relationshipFigures = (scope: Scope, method: string, map: Relationship): Figure[] => {
  const { customer, people } = map;
  const prefix = `account.${customer.id}.relationship`;
  const none: FigureInput = at(customer.account.source, 'contacts');
  const from = (some: readonly MappedPerson[]): FigureInput[] =>
    some.length === 0 ? [none] : some.map(({ source }) => source);
  return people.length === 0
    ? emptyMap(scope, method, prefix, none)
    : [
        ...personFigures(scope, method, prefix, map, from),
        ...threadFigures(scope, method, prefix, map, from),
        ...sponsorFigure(scope, method, prefix, map),
      ];
};

const emptyMap = (scope: Scope, method: string, prefix: string, source: FigureInput): Figure[] =>
  [
    ['roles', 'count'],
    ['attitude', 'index'],
    ['overdue', 'count'],
    ['longest-silence', 'days'],
    ['without-counterpart', 'count'],
    ['main-counterpart-share', 'share'],
  ].map(([name, unit]) =>
    figuresOf(method, scope.period)(
      `${prefix}.${name}`,
      { code: 'no-contacts' },
      unit as Figure['unit'],
      unit === 'index' ? 2 : 0,
      [source],
    ),
  );

type From = (some: readonly MappedPerson[]) => FigureInput[];

const personFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  { people, roles, attitude, overdue, longest }: Relationship,
  from: From,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const cadences = [
    dateOfData(scope),
    declared(scope, 'cadence'),
    declared(scope, 'roleCadence'),
    declared(scope, 'otherCadence'),
  ];
  const covered = roles.filter(role => role.people.length > 0);
  const dated = people.filter(({ last }) => last !== undefined);
  const lateFirst = countedFirst(dated, ({ late }) => late === 'overdue');
  const lastInputs = [
    ...lateFirst.map(({ source }) => source),
    ...lateFirst.flatMap(({ last }) => last?.source ?? []),
  ];
  const coverage = { n: dated.length, of: people.length };
  const undated = { code: 'no-contact-dates' };
  return [
    make(`${prefix}.roles`, covered.length, 'count', 0, from(oneForEach(covered)), {
      assumptions: [declared(scope, 'roles')],
      coverage: { n: covered.length, of: roles.length },
      polarity: 'higher',
      formula: numberOfFirst(covered.length),
    }),
    make(`${prefix}.attitude`, attitude.value ?? { code: 'no-attitudes' }, 'index', 2, attitudes(people), {
      coverage: attitude.coverage,
      polarity: 'higher',
      formula: weightedMeanOf(0, 2 * people.length),
    }),
    make(
      `${prefix}.overdue`,
      dated.length === 0 ? undated : overdue.length,
      'count',
      0,
      dated.length === 0 ? from(people) : lastInputs,
      { assumptions: cadences, coverage, polarity: 'lower', formula: numberOfFirst(overdue.length) },
    ),
    make(
      `${prefix}.longest-silence`,
      longest?.silence ?? undated,
      'days',
      0,
      longest === undefined ? from([]) : [longest.source, ...(longest.last ? [longest.last.source] : [])],
      {
        assumptions: [dateOfData(scope)],
        coverage,
        polarity: 'lower',
        formula: minus(day(asOf(scope)), 1),
      },
    ),
  ];
};

/** One person for each role, then the others who hold one. */
const oneForEach = (roles: readonly CoveredRole[]): readonly MappedPerson[] => [
  ...roles.flatMap(({ people: [first] }) => first ?? []),
  ...roles.flatMap(({ people: [, ...rest] }) => rest),
];

/** Attitude of each and the influence that it counts with. */
const attitudes = (people: readonly MappedPerson[]): readonly FigureInput[] =>
  people.flatMap(({ source }) => [at(source, 'attitude'), at(source, 'influence')]);

const threadFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  { people, withoutCounterpart, main, answeredFor }: Relationship,
  from: From,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  return [
    make(`${prefix}.without-counterpart`, withoutCounterpart.length, 'count', 0, from(withoutCounterpart), {
      assumptions: [declared(scope, 'influential')],
      coverage: {
        n: people.filter(({ item }) => item.influence !== undefined).length,
        of: people.length,
      },
      polarity: 'lower',
      formula: numberOfFirst(withoutCounterpart.length),
    }),
    make(
      `${prefix}.main-counterpart-share`,
      main === undefined ? { code: 'no-counterparts' } : main.held / answeredFor,
      'share',
      0,
      from(byCounterpart(people, main?.person)),
      {
        coverage: { n: answeredFor, of: people.length },
        polarity: 'lower',
        formula: shareOfFirst(main?.held ?? 0, answeredFor),
      },
    ),
  ];
};

/** Those for whom the main counterpart answers, then those for whom somebody else does, then the rest. */
const byCounterpart = (people: readonly MappedPerson[], main: string | undefined): readonly MappedPerson[] =>
  countedFirst(
    countedFirst(people, ({ item }) => item.counterpart !== undefined),
    ({ item }) => item.counterpart !== undefined && item.counterpart === main,
  );

/** Days since our executive sponsor was last in touch; only where the account has one. */
const sponsorFigure = (
  scope: Scope,
  method: string,
  prefix: string,
  { customer, sponsor }: Relationship,
): Figure[] =>
  sponsor === undefined
    ? []
    : [
        figuresOf(method, scope.period)(
          `${prefix}.sponsor-silence`,
          sponsor.silence ?? { code: 'no-sponsor-contact' },
          'days',
          0,
          [at(customer.account.source, 'sponsor'), ...(sponsor.last ? [sponsor.last.source] : [])],
          {
            assumptions: [dateOfData(scope), declared(scope, 'sponsorCadence')],
            polarity: 'lower',
            formula: minus(day(asOf(scope)), 1),
          },
        ),
      ];

/** `portfolio.relationship.*`: the maps of the key accounts together. */
export const portfolioRelationshipFigures = (scope: Scope, method: string): Figure[] => {
  const maps = scope.of(keyRelationships);
  if (maps.length === 0) return [];
  const make = figuresOf(method, scope.period);
  const mapped = maps.filter(({ people }) => people.length > 0);
  const coverage = { n: mapped.length, of: maps.length };
  const counted = (
    name: string,
    some: readonly Relationship[],
    value: number,
    rests: string,
    cuts: readonly string[],
    formula: Formula,
  ): Figure =>
    make(
      `portfolio.relationship.${name}`,
      mapped.length === 0 ? { code: 'no-contacts' } : value,
      'count',
      0,
      some.map(({ customer }) => `account.${customer.id}.relationship.${rests}`),
      { assumptions: cuts.map(cut => declared(scope, cut)), coverage, polarity: 'lower', formula },
    );
  const overdue = mapped.reduce((total, map) => total + map.overdue.length, 0);
  const hasGap = ({ roles }: Relationship): boolean => roles.some(({ people }) => people.length === 0);
  const gaps = mapped.filter(hasGap).length;
  const threaded = mapped.filter(isSingleThreaded).length;
  const alone = mapped.reduce((total, map) => total + map.withoutCounterpart.length, 0);
  return [
    counted('gaps', countedFirst(mapped, hasGap), gaps, 'roles', ['roles'], numberOfFirst(gaps)),
    counted('overdue', mapped, overdue, 'overdue', ['cadence', 'roleCadence', 'otherCadence'], sumOf()),
    counted(
      'single-threaded',
      countedFirst(mapped, isSingleThreaded),
      threaded,
      'main-counterpart-share',
      [],
      numberOfFirst(threaded),
    ),
    counted('without-counterpart', mapped, alone, 'without-counterpart', ['influential'], sumOf()),
  ];
};
