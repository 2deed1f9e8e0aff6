import type { Assumption, Figure, FigureInput } from '../../model/figure.ts';
import { identificationSchema } from '../../model/identification.ts';
import type { Scoring } from '../../model/scoring.ts';
import { at, type Sourced } from '../../model/source.ts';
import { numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { assumption } from '../portfolio/assumptions.ts';
import { pointsTable } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';
import { accountTypes } from './account-type.ts';
import { type Checklist, checklistsOf, cutOf } from './checklist.ts';

const { highShare: defaultShare } = identificationSchema.parse({});

/** How many criteria one account meets, and of what type it is; nothing for who is not in the points table. */
export const accountIdentificationFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const scoring = scope.of(pointsTable)?.scoring;
  if (scoring === undefined) return [];
  return checklistsOf(scope, account).flatMap(checklist => [
    metFigure(scope, method, checklist),
    typeFigure(scope, method, checklist, scoring),
  ]);
};

/** Criteria met; the coverage says how many of all are answered. */
const metFigure = (scope: Scope, method: string, { customer, items, met, unknown }: Checklist): Figure =>
  figuresOf(method, scope.period)(
    `account.${customer.id}.identification.met`,
    unknown === items.length ? { code: 'no-criteria-answered' } : met,
    'count',
    0,
    answersFirst(items),
    {
      formula: numberOfFirst(met),
      assumptions: scope.of(cutAssumptions),
      coverage: { n: items.length - unknown, of: items.length },
      polarity: 'higher',
    },
  );

/** What each criterion that is met rests on, first, then everything else that was looked at. */
const answersFirst = (items: Checklist['items']): readonly FigureInput[] => {
  const met = items.filter(({ answer }) => answer === 'met');
  return [
    ...met.flatMap(({ inputs }) => inputs.slice(0, 1)),
    ...met.flatMap(({ inputs }) => inputs.slice(1)),
    ...items.filter(({ answer }) => answer !== 'met').flatMap(({ inputs }) => inputs),
  ];
};

const typeFigure = (
  scope: Scope,
  method: string,
  { customer }: Checklist,
  scoring: Sourced<Scoring>,
): Figure => {
  const found = scope.of(accountTypes).get(customer.id);
  return figuresOf(method, scope.period)(
    `account.${customer.id}.identification.type`,
    found?.type ?? { code: 'no-account-type' },
    'term',
    0,
    found?.inputs ?? [],
    {
      vocabulary: 'accountType',
      assumptions: [
        assumption(
          'scoring.identification.highShare',
          scoring.identification.highShare,
          defaultShare,
          at(scoring.source, 'identification', 'highShare'),
        ),
      ],
    },
  );
};

/** The cut of every criterion, with the place where the workspace sets one. */
const cutAssumptions = (scope: Scope): readonly Assumption[] => {
  const scoring = scope.of(pointsTable)?.scoring;
  if (scoring === undefined) return [];
  return scoring.criteria.map((criterion, index) => ({
    name: `scoring.criteria.${criterion.id}.met`,
    value: cutOf(scoring, criterion),
    ...(criterion.met === undefined
      ? scoring.identification.met === undefined
        ? {}
        : { source: at(scoring.source, 'identification', 'met') }
      : { source: at(scoring.source, 'criteria', index, 'met') }),
  }));
};
