import type { Figure } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { statementAspects } from '../../model/statement.ts';
import { keyCustomers } from '../customers.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { alignment } from './alignment.ts';
import type { AspectReading } from './statement-reading.ts';
import { presenceTests } from './statement-reading.ts';
import { accountStatements, hasStatement, programmeStatements, statementKinds } from './statements.ts';

const prefix = 'programme.vision';

/** Each aspect of each statement, how many presence tests it passes, and how many orphans the alignment has. */
export const visionFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const orphans = scope.of(alignment).filter(({ orphan }) => orphan !== undefined);
  const source = scope.workspace.program.statements?.source;
  return [
    ...statementKinds.flatMap(kind => statementFigures(scope, method, kind)),
    ...scope.of(accountStatements).map(({ account, kind, reading, source }) =>
      make(`account.${account}.vision.${kind}`, reading.passed, 'count', 0, [source], {
        coverage: { n: reading.passed, of: presenceTests.length },
        polarity: 'higher',
      }),
    ),
    accountCoverage(scope, method),
    make(
      `${prefix}.orphans`,
      source === undefined ? { code: 'no-statements' } : orphans.length,
      'count',
      0,
      orphans.length > 0 ? orphans.map(row => row.source) : source === undefined ? [] : [source],
      { polarity: 'lower' },
    ),
  ];
};

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
    key.flatMap(({ account }) => statementKinds.map(kind => at(account.source, kind))),
    { coverage: { n: withStatement.length, of: key.length }, polarity: 'higher' },
  );
};

const statementFigures = (scope: Scope, method: string, kind: (typeof statementKinds)[number]): Figure[] => {
  const make = figuresOf(method, scope.period);
  const read = scope.of(programmeStatements).find(one => one.kind === kind);
  const aspects = statementAspects.map(aspect => {
    const one = read?.reading.aspects.find(reading => reading.aspect === aspect);
    const inputs = read === undefined || one === undefined ? [] : [placeOf(read.source, one)];
    return make(`${prefix}.${kind}.${aspect}`, one?.presence ?? { code: 'no-statement' }, 'term', 0, inputs);
  });
  const tests = presenceTests.map(aspect => `${prefix}.${kind}.${aspect}`);
  return [
    ...aspects,
    make(`${prefix}.${kind}.passed`, read?.reading.passed ?? { code: 'no-statement' }, 'count', 0, tests, {
      ...(read === undefined ? {} : { coverage: { n: read.reading.passed, of: presenceTests.length } }),
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

const placeOf = (source: SourceRef, { span }: AspectReading): SourceRef =>
  span === undefined ? at(source, 'text') : at(source, 'spans', span, 'quote');
