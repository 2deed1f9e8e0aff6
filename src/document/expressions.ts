import Handlebars from 'handlebars';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { suggest } from '../workspace/suggest.ts';
import { notebookError } from './diagnostics.ts';
import { plainUnits } from './helpers.ts';
import { isSubjectKind, type SubjectKind, wantedSubject } from './subject.ts';
import { noSubject, type Surroundings, surroundingsIn } from './surroundings.ts';

/** Ids that are known, and those of them that a writer may have meant. */
export interface Ids extends Iterable<string> {
  has(id: string): boolean;
}

/** What expressions may name. Ids with an account in them are known with `*` in its place. */
export interface Vocabulary {
  readonly helpers: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** What the names of a subject may go on with: `{{kam.title}}`. */
  readonly fields: Readonly<Record<SubjectKind, readonly string[]>>;
  readonly figures: Ids;
  readonly series: Ids;
  /** Figures and series: whether there is one may be asked of either. */
  readonly results: Ids;
  readonly texts: ReadonlySet<string>;
  /** Topics of findings, and their codes. */
  readonly findings: ReadonlySet<string>;
  /** Names that a text needs: `{{t "preview.gone" document="…"}}`. */
  readonly parametersOf: (text: string) => readonly string[];
  readonly labels: ReadonlySet<string>;
}

/**
 * Checks every expression of a template against what it may name.
 * @param place turns a line and column of the template into a place in the notebook
 * @param here what surrounds the template in the notebook
 */
export const checkExpressions = (
  template: string,
  vocabulary: Vocabulary,
  place: (line: number, column: number, length: number) => Span,
  here: Surroundings,
): Diagnostic[] => {
  const program = parse(template);
  if ('error' in program) return [syntaxError(program.error, place)];
  const checker = new Checker(vocabulary, place);
  checker.program(program, here);
  return checker.diagnostics;
};

const parse = (template: string): hbs.AST.Program | { error: string } => {
  try {
    return Handlebars.parse(template);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

const syntaxError = (
  message: string,
  place: (line: number, column: number, length: number) => Span,
): Diagnostic => {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+/.exec(message)?.[1] ?? 1);
  const reason = /'([^']+)' doesn't match|doesn't match '/.test(message) || message.includes("doesn't match");
  return notebookError(
    'notebook/expression',
    reason
      ? `A block is opened under one name and closed under another: ${message.split('\n')[0]}.`
      : 'This expression cannot be read.',
    place(line, 1, 1),
    'Each {{#block}} needs its {{/block}}; names are words, texts stand in double quotes',
  );
};

/** Helpers that look a figure or series up. */
const lookups: ReadonlySet<string> = new Set([
  'figure',
  'reason',
  'interval',
  'coverage',
  'number',
  'value',
  'has',
]);

class Checker {
  readonly diagnostics: Diagnostic[] = [];
  private readonly vocabulary: Vocabulary;
  private readonly place: (line: number, column: number, length: number) => Span;

  constructor(vocabulary: Vocabulary, place: (line: number, column: number, length: number) => Span) {
    this.vocabulary = vocabulary;
    this.place = place;
  }

  program(program: hbs.AST.Program | undefined, here: Surroundings): void {
    for (const statement of program?.body ?? []) this.statement(statement, here);
  }

  private statement(statement: hbs.AST.Statement, here: Surroundings): void {
    if (statement.type === 'MustacheStatement') {
      const mustache = statement as hbs.AST.MustacheStatement;
      if (!mustache.escaped)
        this.report(
          'notebook/raw-markup',
          'Triple braces would print markup from data.',
          mustache.loc,
          'Use two braces: a text of the data shows as it was typed',
        );
      this.call(mustache, here);
    } else if (statement.type === 'BlockStatement') {
      const block = statement as hbs.AST.BlockStatement;
      this.call(block, here);
      const [over] = block.params as (hbs.AST.PathExpression | undefined)[];
      const name = (block.path as hbs.AST.PathExpression).original;
      this.program(block.program, surroundingsIn(name, over?.original, here));
      this.program(block.inverse, here);
    } else if (statement.type === 'PartialStatement' || statement.type === 'PartialBlockStatement') {
      this.report(
        'notebook/expression',
        'A partial stands on a line of its own and takes no arguments.',
        statement.loc,
        'Write {{> name}} alone on a line; it is included as if its text stood there',
      );
    }
  }

  private call(
    call: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression,
    here: Surroundings,
  ): void {
    const path = call.path as hbs.AST.PathExpression;
    const isCall = call.params.length > 0 || call.type !== 'MustacheStatement';
    if (isCall && !this.vocabulary.helpers.has(path.original))
      this.unknown('notebook/unknown-helper', 'helper', path.original, this.vocabulary.helpers, path.loc);
    if (!isCall && !this.vocabulary.helpers.has(path.original)) this.path(path, here);
    this.argument(path.original, call.params[0], here);
    if (path.original === 't') this.parameters(call);
    if (path.original === 'measure') this.unit(call);
    for (const param of [...call.params, ...(call.hash?.pairs ?? []).map(pair => pair.value)])
      this.expression(param, here);
  }

  private expression(expression: hbs.AST.Expression, here: Surroundings): void {
    if (expression.type === 'SubExpression') this.call(expression as hbs.AST.SubExpression, here);
    if (expression.type === 'PathExpression') this.path(expression as hbs.AST.PathExpression, here);
  }

  private path(path: hbs.AST.PathExpression, { inLoop, subjects }: Surroundings): void {
    const [head, field] = path.parts;
    if (inLoop || path.data || path.depth > 0 || head === undefined) return;
    if (!this.vocabulary.names.has(head))
      this.unknown('notebook/unknown-name', 'name', head, this.vocabulary.names, path.loc);
    if (!isSubjectKind(head)) return;
    const fields = new Set(this.vocabulary.fields[head]);
    if (!subjects.has(head)) this.subjectMissing(head, path.loc);
    else if (field !== undefined && !fields.has(field))
      this.unknown('notebook/unknown-name', `name in ${head}`, field, fields, path.loc);
  }

  private subjectMissing(kind: SubjectKind, loc: hbs.AST.SourceLocation): void {
    const { message, hint } = noSubject(kind);
    this.report('notebook/no-subject', message, loc, hint);
  }

  /** The first argument of the helpers that look something up. */
  private argument(helper: string, argument: hbs.AST.Expression | undefined, here: Surroundings): void {
    if (argument?.type !== 'StringLiteral') return;
    const { value } = argument as hbs.AST.StringLiteral;
    const { figures, results, texts, labels } = this.vocabulary;
    const wanted = lookups.has(helper) ? wantedSubject(value) : undefined;
    if (wanted !== undefined && !here.subjects.has(wanted)) this.subjectMissing(wanted, argument.loc);
    if (helper !== 'has' && lookups.has(helper) && !figures.has(value))
      this.unknown('notebook/unknown-figure', 'figure', value, figures, argument.loc);
    if (helper === 'has' && !results.has(value))
      this.unknown('notebook/unknown-figure', 'figure or series', value, results, argument.loc);
    if (helper === 't' && !texts.has(value))
      this.unknown('notebook/unknown-text', 'text', value, texts, argument.loc);
    if (helper === 'ref' && !labels.has(value))
      this.unknown('notebook/unknown-label', 'label', value, labels, argument.loc);
  }

  /** What a text needs to be said; what it does not need is left alone. */
  private parameters({
    params: [text],
    hash,
    loc,
  }: Pick<hbs.AST.MustacheStatement, 'params' | 'hash' | 'loc'>): void {
    if (text?.type !== 'StringLiteral') return;
    const { value } = text as hbs.AST.StringLiteral;
    const given = (hash?.pairs ?? []).map(({ key }) => key);
    const lacking = this.vocabulary.parametersOf(value).filter(name => !given.includes(name));
    if (lacking.length === 0) return;
    this.report(
      'notebook/text-parameter',
      `The text "${value}" needs ${lacking.join(', ')}.`,
      loc,
      `{{t "${value}" ${lacking.map(name => `${name}="…"`).join(' ')}}}`,
    );
  }

  private unit({ hash, loc }: Pick<hbs.AST.MustacheStatement, 'hash' | 'loc'>): void {
    const unit = hash?.pairs.find(({ key }) => key === 'unit')?.value;
    if (unit === undefined) return;
    const word = unit.type === 'StringLiteral' ? (unit as hbs.AST.StringLiteral).value : '…';
    if (!plainUnits.some(known => known === word))
      this.unknown('notebook/unknown-unit', 'unit', word, plainUnits, unit.loc ?? loc);
  }

  private unknown(
    code: Parameters<typeof notebookError>[0],
    what: string,
    word: string,
    known: Iterable<string>,
    loc: hbs.AST.SourceLocation,
  ): void {
    const close = suggest(word, known);
    this.report(
      code,
      `There is no ${what} "${word}".`,
      loc,
      ...(close === undefined ? [] : [`Did you mean "${close}"?`]),
    );
  }

  private report(
    code: Parameters<typeof notebookError>[0],
    message: string,
    { start, end }: hbs.AST.SourceLocation,
    ...hints: readonly string[]
  ): void {
    const length = end.line === start.line ? Math.max(1, end.column - start.column) : 1;
    this.diagnostics.push(
      notebookError(code, message, this.place(start.line, start.column + 1, length), ...hints),
    );
  }
}
