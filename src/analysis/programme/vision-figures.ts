import type { Figure } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { statementAspects } from '../../model/statement.ts';
import { type Customer, keyCustomers } from '../customers.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { alignment } from './alignment.ts';
import { type AspectReading, presenceTests, type StatementReading } from './statement-reading.ts';
import {
  hasStatement,
  programmeStatements,
  type ReadStatement,
  statementKinds,
  statementsOf,
} from './statements.ts';

const prefix = 'programme.vision';

/** Each aspect of each statement of the programme, how many presence tests it passes, and the orphans of the alignment. */
export const visionFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const orphans = scope.of(alignment).filter(({ orphan }) => orphan !== undefined);
  const source = scope.workspace.program.statements?.source;
  return [
    ...statementKinds.flatMap(kind => statementFigures(scope, method, kind)),
    accountCoverage(scope, method),
    make(
      `${prefix}.orphans`,
      source === undefined ? { code: 'no-statements' } : orphans.length,
      'count',
      0,
      orphans.length > 0 ? orphans.map(row => row.source) : source === undefined ? [] : [source],
      { polarity: 'lower', formula: numberOfFirst(orphans.length) },
    ),
  ];
};

/** How many presence tests the statements of one account pass. */
export const accountVisionFigures = (scope: Scope, method: string, account: string): Figure[] =>
  statementsOf(scope, account).map(({ kind, reading, source }) =>
    figuresOf(method, scope.period)(
      `account.${account}.vision.${kind}`,
      reading.passed,
      'count',
      0,
      testPlaces(source, reading),
      {
        formula: numberOfFirst(reading.passed),
        coverage: { n: reading.passed, of: presenceTests.length },
        polarity: 'higher',
      },
    ),
  );

const isPassed = ({ presence }: AspectReading): boolean => presence === 'present';

/** Where each presence test finds its words, those passed first; one that is not passed finds nothing in the text. */
const testPlaces = (source: SourceRef, { aspects }: StatementReading): readonly SourceRef[] =>
  countedFirst(
    aspects.filter(({ aspect }) => presenceTests.includes(aspect)),
    isPassed,
  ).map(one => placeOf(source, one));

/** Key accounts that have a vision or a mission of their own. */
const accountCoverage = (scope: Scope, method: string): Figure => {
  const make = figuresOf(method, scope.period);
  const key = scope.of(keyCustomers);
  const withStatement = key.filter(hasStatement);
  return make(
    `${prefix}.accounts`,
    key.length === 0 ? { code: 'no-key-accounts' } : withStatement.length,
    'count',
    0,
    countedFirst(key, hasStatement).map(statementPlace),
    {
      coverage: { n: withStatement.length, of: key.length },
      polarity: 'higher',
      formula: numberOfFirst(withStatement.length),
    },
  );
};

// What nobody wrote would stand as the vision.
const statementPlace = ({ account }: Customer): SourceRef =>
  at(account.source, statementKinds.find(kind => account[kind] !== undefined) ?? 'vision');

const statementFigures = (scope: Scope, method: string, kind: (typeof statementKinds)[number]): Figure[] => {
  const make = figuresOf(method, scope.period);
  const read = scope.of(programmeStatements).find(one => one.kind === kind);
  const aspects = statementAspects.map(aspect => {
    const one = read?.reading.aspects.find(reading => reading.aspect === aspect);
    const inputs = read === undefined || one === undefined ? [] : [placeOf(read.source, one)];
    return make(`${prefix}.${kind}.${aspect}`, one?.presence ?? { code: 'no-statement' }, 'term', 0, inputs);
  });
  const tests = countedFirst(presenceTests, test => passes(read, test)).map(
    aspect => `${prefix}.${kind}.${aspect}`,
  );
  return [
    ...aspects,
    make(`${prefix}.${kind}.passed`, read?.reading.passed ?? { code: 'no-statement' }, 'count', 0, tests, {
      ...(read === undefined
        ? {}
        : {
            coverage: { n: read.reading.passed, of: presenceTests.length },
            formula: numberOfFirst(read.reading.passed),
          }),
      polarity: 'higher',
    }),
    make(
      `${prefix}.${kind}.warnings`,
      read?.reading.warnings.length ?? { code: 'no-statement' },
      'count',
      0,
      read === undefined ? [] : [at(read.source, 'text')],
      { polarity: 'lower' },
    ),
  ];
};

const passes = (read: ReadStatement | undefined, test: AspectReading['aspect']): boolean =>
  read?.reading.aspects.some(one => one.aspect === test && isPassed(one)) === true;

const placeOf = (source: SourceRef, { span }: AspectReading): SourceRef =>
  span === undefined ? at(source, 'text') : at(source, 'spans', span, 'quote');
