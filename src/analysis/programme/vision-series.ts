import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { statementAspects } from '../../model/statement.ts';
import type { LocalizedText } from '../../model/text.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { alignment } from './alignment.ts';
import { joinTexts } from './joined-text.ts';
import { type Presence, presenceTests } from './statement-reading.ts';
import {
  type AccountStatement,
  accountStatements,
  programmeStatements,
  type ReadStatement,
  statementsOf,
} from './statements.ts';

const { orMissing } = column;
const statement = column.term('statement', 'statement');

/** Tests and warnings of the programme's statements, what all those of accounts come to, and the alignment. */
export const visionSeries = (scope: Scope): Series[] => {
  const ofAccounts = scope.of(accountStatements);
  return [
    testSeries('programme.vision.tests', scope.of(programmeStatements)),
    lintSeries(scope.of(programmeStatements)),
    accountSeries(ofAccounts),
    accountLintSeries(ofAccounts),
    alignmentSeries(scope),
  ];
};

/** Tests of the statements of one account, where it has any. */
export const accountVisionSeries = (scope: Scope, account: string): Series[] => {
  const statements = statementsOf(scope, account);
  return statements.length === 0 ? [] : [testSeries(`account.${account}.vision.tests`, statements)];
};

const testSeries = (id: string, statements: readonly ReadStatement[]): Series => ({
  id,
  columns: [
    statement,
    column.term('aspect', 'aspect'),
    column.flag('present'),
    column.term('presence', 'presence'),
    column.text('quote'),
    column.text('hint'),
  ],
  rows: statements.flatMap(({ kind, reading }) =>
    reading.aspects.map(({ aspect, presence, words }) => ({
      statement: kind,
      aspect,
      present: presence === 'present',
      presence,
      quote: quoted({ presence, words }),
      hint: presence === 'suggested' ? orMissing(words) : null,
    })),
  ),
  inputs: statements.map(({ source }) => source),
  rowInputs: statements.flatMap(({ source, reading }) =>
    reading.aspects.map(({ span }) => [
      span === undefined ? at(source, 'text') : at(source, 'spans', span, 'quote'),
    ]),
  ),
});

/** What the lexicon found is a hint for the author, not a quotation that proves anything. */
const quoted = ({
  presence,
  words,
}: {
  readonly presence: Presence;
  readonly words?: LocalizedText | undefined;
}): LocalizedText | null => (presence === 'present' ? orMissing(words) : null);

const lintSeries = (statements: readonly ReadStatement[]): Series => ({
  id: 'programme.vision.lint',
  columns: [statement, column.term('rule', 'lint-rule'), column.text('words')],
  rows: statements.flatMap(({ kind, reading }) =>
    reading.warnings.map(({ rule, words }) => ({ statement: kind, rule, words })),
  ),
  inputs: statements.map(({ source }) => source),
  rowInputs: warningInputs(statements),
});

/** The text of the statement, for each of its warnings. */
const warningInputs = (statements: readonly ReadStatement[]) =>
  statements.flatMap(({ source, reading }) => reading.warnings.map(() => [at(source, 'text')]));

const accountSeries = (statements: readonly AccountStatement[]): Series => ({
  id: 'programme.vision.accounts',
  columns: [
    column.account,
    statement,
    column.text('statementText'),
    column.shows(column.count('passed'), 'account.{account}.vision.{statement}'),
    ...statementAspects.map(aspect => column.term(aspect, 'presence')),
    ...presenceTests.map(aspect => column.text(`${aspect}-words`)),
    column.count('warnings'),
  ],
  rows: statements.map(
    ({ account, kind, text, reading }): Row => ({
      account,
      statement: kind,
      statementText: text,
      passed: reading.passed,
      ...Object.fromEntries(reading.aspects.map(({ aspect, presence }) => [aspect, presence])),
      ...Object.fromEntries(reading.aspects.map(one => [`${one.aspect}-words`, quoted(one)])),
      warnings: reading.warnings.length,
    }),
  ),
  inputs: statements.map(({ source }) => source),
  rowInputs: statements.map(({ source }) => [source]),
});

const accountLintSeries = (statements: readonly AccountStatement[]): Series => ({
  id: 'programme.vision.accounts.lint',
  columns: [column.account, statement, column.term('rule', 'lint-rule'), column.text('words')],
  rows: statements.flatMap(({ account, kind, reading }) =>
    reading.warnings.map(({ rule, words }) => ({
      account,
      statement: kind,
      rule,
      words,
    })),
  ),
  inputs: statements.map(({ source }) => source),
  rowInputs: warningInputs(statements),
});

const alignmentSeries = (scope: Scope): Series => {
  const rows = scope.of(alignment);
  const joined = (texts: readonly LocalizedText[]) => joinTexts(texts, '; ') ?? null;
  const codes = (items: readonly string[]): string | null => (items.length === 0 ? null : items.join(' '));
  return {
    id: 'programme.vision.alignment',
    columns: [
      column.text('objective'),
      column.text('serves'),
      { id: 'statements', kind: 'terms', vocabulary: 'statement' },
      column.text('segments'),
      { id: 'kpis', kind: 'terms', vocabulary: 'kpi' },
      column.term('orphan', 'orphan'),
      { id: 'gaps', kind: 'terms', vocabulary: 'orphan' },
    ],
    rows: rows.map(row => ({
      objective: orMissing(row.objective),
      serves: joined(row.strategy),
      statements: codes(row.statements),
      segments: joinTexts(row.segments, '; ') ?? null,
      kpis: codes(row.kpis),
      orphan: orMissing(row.orphan),
      gaps: codes(row.gaps),
    })),
    inputs: rows.map(({ source }) => source),
    rowInputs: rows.map(({ source }) => [source]),
  };
};
