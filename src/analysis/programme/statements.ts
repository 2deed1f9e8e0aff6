import { at, type SourceRef } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import type { LocalizedText } from '../../model/text.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { readStatement, type StatementReading } from './statement-reading.ts';

export const statementKinds = ['vision', 'mission'] as const;
export type StatementKind = (typeof statementKinds)[number];

export interface ReadStatement {
  readonly kind: StatementKind;
  readonly text: LocalizedText;
  readonly reading: StatementReading;
  readonly source: SourceRef;
}

export interface AccountStatement extends ReadStatement {
  readonly account: string;
}

/** Vision and mission of the programme, those that are written. */
export const programmeStatements = (scope: Scope): readonly ReadStatement[] => {
  const { statements } = scope.workspace.program;
  return statements === undefined ? [] : readAll(scope, statements, statements.source);
};

/** Vision and mission of each account that has one, by account id. */
export const accountStatements = (scope: Scope): readonly AccountStatement[] =>
  scope.workspace.accounts.flatMap(account =>
    readAll(scope, account, account.source).map(read => ({ ...read, account: account.id })),
  );

export const statementsOf = byAccount(
  scope => scope.of(accountStatements),
  ({ account }) => account,
);

/** Whether the customer has a vision or a mission of its own. */
export const hasStatement = ({ account }: Customer): boolean =>
  statementKinds.some(kind => account[kind] !== undefined);

const readAll = (
  scope: Scope,
  holder: { readonly [Kind in StatementKind]?: Statement | undefined },
  source: SourceRef,
): ReadStatement[] =>
  statementKinds.flatMap(kind => {
    const statement = holder[kind];
    if (statement === undefined) return [];
    const language = scope.workspace.settings.locales[0] ?? 'es';
    return [
      { kind, text: statement.text, reading: readStatement(statement, language), source: at(source, kind) },
    ];
  });
