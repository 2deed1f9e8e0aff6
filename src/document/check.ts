import { charts } from '../charts/index.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { checkShape } from '../workspace/check.ts';
import { parseYaml, type YamlSource } from '../workspace/yaml.ts';
import { cellSchemas, chartCellSchema } from './cells.ts';
import { checkCell, checkSubject, claimLabel } from './check-cells.ts';
import type { Cell } from './compile.ts';
import { notebookError } from './diagnostics.ts';
import { checkExpressions, type Vocabulary } from './expressions.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter.ts';
import { footnoteLabels } from './markdown.ts';
import {
  type CellNode,
  cellsOf,
  lineSpan,
  type Node,
  type NotebookText,
  proseOf,
  splitNotebook,
} from './notebook.ts';
import { noOwnHelpers, type OwnHelpers } from './own-helpers/read.ts';
import { type Surroundings, surroundingsByLine, surroundingsOf } from './surroundings.ts';
import type { SeriesColumns } from './vocabulary.ts';

/** A notebook in which everything named exists. */
export interface CheckedNotebook extends NotebookText {
  readonly head: FrontMatter;
  readonly cells: ReadonlyMap<number, Cell>;
  /** Functions of the workspace that it may call. */
  readonly helpers: OwnHelpers;
}

/** Whether its documents list all documents of the period, and those of earlier ones. */
export const listsDocuments = ({ cells }: Pick<CheckedNotebook, 'cells'>): boolean =>
  [...cells.values()].some(({ kind }) => kind === 'documents');

/** A notebook with its cells read: what follows from its text alone, whatever the data say. */
export interface ReadNotebook {
  readonly file: string;
  readonly text: string;
  /** Its parts; absent where they can't be told apart. */
  readonly parts?: {
    readonly notebook: NotebookText;
    readonly front: Outcome<FrontMatter>;
    readonly cells: readonly (Outcome<Cell> & { readonly node: CellNode; readonly source?: YamlSource })[];
  };
  /** What is wrong with how it is divided. */
  readonly diagnostics: readonly Diagnostic[];
}

export const readNotebook = (file: string, text: string): ReadNotebook => {
  const { value: notebook, diagnostics } = splitNotebook(file, text);
  if (notebook === undefined) return { file, text, diagnostics };
  const front = checkYaml(frontMatterSchema, file, notebook.frontMatter, 1);
  const cells = cellsOf(notebook.nodes).map(node => ({ node, ...readCell(file, node) }));
  return { file, text, parts: { notebook, front, cells }, diagnostics };
};

/**
 * Checks a notebook against what the analysis, the charts and the locales offer, and reports every problem at its place.
 * @param vocabulary what expressions may name; its labels are found here
 */
export const checkNotebook = (
  read: ReadNotebook,
  vocabulary: Omit<Vocabulary, 'labels'>,
  columns: SeriesColumns,
): Outcome<CheckedNotebook> => {
  const { file, text, parts } = read;
  if (parts === undefined) return { diagnostics: read.diagnostics };
  const { notebook, front, cells: parsed } = parts;
  const diagnostics = [...read.diagnostics, ...front.diagnostics];
  const cellNodes = parsed.map(({ node }) => node);
  const outside = surroundingsOf(front.value?.each);
  const surroundingsAt = surroundingsByLine(text, outside);
  const hereAt = ({ line }: CellNode): Surroundings => surroundingsAt(line);
  const labels = new Set<string>();
  for (const { node, value, diagnostics: own } of parsed) {
    diagnostics.push(...own);
    if (value !== undefined)
      diagnostics.push(
        ...checkCell(value, vocabulary, columns),
        ...checkSubject(value, hereAt(node)),
        ...claimLabel(value, labels),
      );
  }
  const full: Vocabulary = { ...vocabulary, labels };
  diagnostics.push(...checkProse(file, text, notebook, full, outside), ...checkFootnotes(file, notebook));
  for (const { node, value, source } of parsed)
    if (value !== undefined && source !== undefined)
      diagnostics.push(...checkOptionTexts(file, node, source, full, hereAt(node)));
  if (cellNodes[0]?.cell !== 'section' && read.diagnostics.length === 0)
    diagnostics.push(
      notebookError(
        'notebook/no-section',
        'The first cell of a notebook begins a section.',
        lineSpan(file, cellNodes[0]?.line ?? 1),
        'Begin with a section cell: ```section intro',
      ),
    );
  const value = diagnostics.some(({ severity }) => severity === 'error') ? undefined : notebookOf(read);
  return value === undefined ? { diagnostics } : { value, diagnostics };
};

/** A notebook as its text says it, whatever is wrong with what it names; undefined where it can't be read. */
export const notebookOf = ({ parts }: ReadNotebook): CheckedNotebook | undefined => {
  const head = parts?.front.value;
  if (parts === undefined || head === undefined) return undefined;
  const cells = new Map(
    parts.cells.flatMap(({ node, value }) => (value === undefined ? [] : [[node.line, value] as const])),
  );
  return { ...parts.notebook, head, cells, helpers: noOwnHelpers };
};

/** YAML inside a notebook: diagnostics are moved to the lines on which it stands. */
const checkYaml = <T>(
  schema: Parameters<typeof checkShape<T>>[0],
  file: string,
  text: string,
  linesBefore: number,
): Outcome<T> & { source: YamlSource } => {
  const isEmpty = text.trim() === '';
  const source = parseYaml(file, isEmpty ? '{}' : text);
  const checked =
    source.diagnostics.length > 0 ? { diagnostics: source.diagnostics } : checkShape(schema, source);
  return {
    ...checked,
    source,
    diagnostics: checked.diagnostics.map(diagnostic =>
      // Where nothing is written, what is missing is told of the line that opens it.
      isEmpty ? { ...diagnostic, span: openingFence(file, linesBefore) } : moved(diagnostic, linesBefore),
    ),
  };
};

/** `---` or three backticks. */
const openingFence = (file: string, line: number): Span => lineSpan(file, line, '---');

const moved = (diagnostic: Diagnostic, lines: number): Diagnostic =>
  diagnostic.span === undefined
    ? diagnostic
    : { ...diagnostic, span: { ...diagnostic.span, line: diagnostic.span.line + lines } };

const openingLine = (file: string, { line, cell, argument }: CellNode): Span =>
  lineSpan(file, line, `\`\`\`${cell}${argument === '' ? '' : ` ${argument}`}`);

/** What a cell may say; of a chart that exists, its own options as well. */
const schemaOf = ({ cell, argument }: CellNode) => {
  const chart = cell === 'chart' ? charts.find(({ name }) => name === argument) : undefined;
  return chart === undefined
    ? cellSchemas[cell]
    : chartCellSchema.extend({ options: chart.options.prefault({}) });
};

const readCell = (file: string, node: CellNode): Outcome<Cell> & { source?: YamlSource } => {
  const schema: Parameters<typeof checkShape<unknown>>[0] = schemaOf(node);
  const { value, source, diagnostics } = checkYaml<unknown>(schema, file, node.options, node.line);
  return value === undefined
    ? { diagnostics, source }
    : {
        value: { kind: node.cell, argument: node.argument, options: value, place: openingLine(file, node) },
        diagnostics,
        source,
      };
};

/** Every note that the text refers to must be there, and every note must be referred to. */
const checkFootnotes = (file: string, { nodes }: NotebookText): Diagnostic[] => {
  const used = new Map<string, number>();
  const held = new Map<string, number>();
  for (const { text, line } of proseOf(nodes)) {
    const labels = footnoteLabels(text);
    for (const [label, at] of labels.used) used.set(label, line + at);
    for (const [label, at] of labels.held) held.set(label, line + at);
  }
  const problem = (message: string, line: number, mark: string, hint: string): Diagnostic =>
    notebookError('notebook/footnote', message, lineSpan(file, line, mark), hint);
  return [
    ...[...used].flatMap(([label, line]) =>
      held.has(label)
        ? []
        : [
            problem(
              `There is no footnote "${label}".`,
              line,
              '',
              `Write it on a line of its own: [^${label}]: …`,
            ),
          ],
    ),
    ...[...held].flatMap(([label, line]) =>
      used.has(label)
        ? []
        : [
            problem(
              `Nothing refers to the footnote "${label}".`,
              line,
              `[^${label}]`,
              `Write [^${label}] where it belongs, or leave it out.`,
            ),
          ],
    ),
  ];
};

/** The prose of the whole file is one template; cells and front matter are blanked so that lines stay where they are. */
const checkProse = (
  file: string,
  text: string,
  { nodes }: NotebookText,
  vocabulary: Vocabulary,
  outside: Surroundings,
): Diagnostic[] => {
  const lines = Array.from({ length: text.split('\n').length }, () => '');
  const place = (node: Node): void => {
    if (node.kind === 'container') for (const child of node.children) place(child);
    if (node.kind === 'markdown')
      for (const [index, line] of node.text.split('\n').entries()) lines[node.line - 1 + index] = line;
  };
  for (const node of nodes) place(node);
  return checkExpressions(
    lines.join('\n'),
    vocabulary,
    (line, column, length) => ({ file, line, column, length }),
    outside,
  );
};

/** Expressions inside the texts of a cell's options. */
const checkOptionTexts = (
  file: string,
  node: CellNode,
  source: YamlSource,
  vocabulary: Vocabulary,
  here: Surroundings,
): Diagnostic[] => {
  const visit = (value: unknown, path: readonly (string | number)[]): Diagnostic[] => {
    if (typeof value === 'string') {
      if (!value.includes('{{')) return [];
      const span = source.locate(path) ?? lineSpan(file, 1);
      return checkExpressions(value, vocabulary, () => ({ ...span, line: span.line + node.line }), here);
    }
    if (Array.isArray(value)) return value.flatMap((child, index) => visit(child, [...path, index]));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => visit(child, [...path, key]));
  };
  return visit(source.value, []);
};
