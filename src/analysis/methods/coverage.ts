import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import { constant, quotient } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { programFields } from '../coverage/fields.ts';
import { activeCustomers, countedFields, missingPrograms, unlocks } from '../coverage/unlocks.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { methodOf } from '../method.ts';
import { threshold } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { count, finding, line } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';

const id = 'coverage';

/** Data quality: how many of the customers that need each kind of data record it, and what the rest would unlock. */
export const coverage = methodOf(
  {
    id,
    section: '0',
    literature: [],
    settings: ['workspace.thresholds.dataThin'],
    finds: { everyone: ['data'] },
  },
  {
    figures: scope => [...accountFigures(scope), thinFigure(scope), programmeFigure(scope)],
    series: scope => [coverageSeries(scope), unlockSeries(scope)],
    findings: scope => findings(scope),
  },
);

const accountFigures = (scope: Scope): readonly Figure[] =>
  scope.of(countedFields).map(field => {
    const of = field.expected.length;
    return figuresOf(id, scope.period)(
      `coverage.${field.id}`,
      of === 0 ? { code: 'no-accounts' } : field.holders.length / of,
      'share',
      0,
      () =>
        (field.accounts.length > 0 ? field.accounts : field.expected.map(({ account }) => account)).map(
          account => at(account.source),
        ),
      {
        coverage: { n: field.holders.length, of },
        formula: quotient(numberOfFirst(field.holders.length), constant(of)),
      },
    );
  });

const thinId = 'coverage.thin';

/** Kinds of data that stand for less than the declared share of the customers that need them. */
const thinFields = (scope: Scope) => {
  const { dataThin } = scope.workspace.settings.thresholds;
  return scope
    .of(countedFields)
    .filter(({ holders, expected }) => holders.length < dataThin * expected.length);
};

const thinFigure = (scope: Scope): Figure => {
  const counted = scope.of(countedFields);
  const thin = new Set(scope.of(thinFields));
  return figuresOf(id, scope.period)(
    thinId,
    scope.of(activeCustomers).length === 0 ? { code: 'no-accounts' } : thin.size,
    'count',
    0,
    countedFirst(counted, field => thin.has(field)).map(field => `coverage.${field.id}`),
    {
      assumptions: [threshold(scope, 'dataThin')],
      coverage: { n: counted.length, of: counted.length },
      polarity: 'lower',
      formula: numberOfFirst(thin.size),
    },
  );
};

/** Files of the programme that are there, of those that open something. */
const programmeFigure = (scope: Scope): Figure => {
  const n = programFields.length - missingPrograms(scope).length;
  const { program, settings } = scope.workspace;
  const present = programFields.flatMap(name => {
    const file = name === 'decisions' ? program.decisions[0] : program[name];
    return file === undefined ? [] : [at(file.source)];
  });
  return figuresOf(id, scope.period)(
    'coverage.programme',
    n / programFields.length,
    'share',
    0,
    present.length > 0 ? present : [settings.source],
    {
      coverage: { n, of: programFields.length },
      formula: quotient(numberOfFirst(n), constant(programFields.length)),
    },
  );
};

const coverageSeries = (scope: Scope): Series => {
  const counted = scope.of(countedFields).filter(({ unrecorded }) => !unrecorded);
  return {
    id: 'portfolio.coverage',
    columns: [
      column.term('field', 'coverage'),
      column.count('n'),
      column.count('of'),
      column.shows(column.measure('coverageShare', 'share', 0), 'coverage.{field}'),
      column.term('unlocks', 'unlocks'),
    ],
    rows: counted.map(({ id: field, holders, expected }) => ({
      field,
      n: holders.length,
      of: expected.length,
      coverageShare: holders.length / expected.length,
      unlocks: field,
    })),
    get inputs() {
      return counted.map(field => `coverage.${field.id}`);
    },
    get rowInputs() {
      return counted.map(({ accounts }) => accounts.map(account => at(account.source)));
    },
  };
};

/** `portfolio.unlocks`: what nobody records yet, where it would stand, and which sections it would open. */
const unlockSeries = (scope: Scope): Series => ({
  id: 'portfolio.unlocks',
  columns: [
    column.term('field', 'coverage'),
    column.text('file'),
    column.text('fileKey'),
    column.term('unlocks', 'unlocks'),
  ],
  rows: scope.of(unlocks).map(({ id: field, file, key }) => ({
    field,
    file,
    fileKey: key === '' ? null : key,
    unlocks: field,
  })),
  inputs: [scope.workspace.settings.source],
});

/** How many kinds of data stand for few of the customers. */
const findings = (scope: Scope): readonly Finding[] => {
  const of = scope.of(activeCustomers).length;
  if (of === 0) return [];
  const counted = scope.of(countedFields);
  const { dataThin } = scope.workspace.settings.thresholds;
  const thin = scope.of(thinFields).length;
  return [
    finding('data.coverage', thin > dataThin * counted.length ? 'attention' : 'notable', 10, [thinId], {
      line: line(dataThin),
      thin: count(thin),
      fields: count(counted.length),
    }),
  ];
};
