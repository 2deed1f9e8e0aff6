import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { type CellKind, cellSchemas } from './cells.ts';
import { notebookError } from './diagnostics.ts';

/** A piece of a notebook, in order. */
export type Node =
  | { readonly kind: 'markdown'; readonly text: string; readonly line: number }
  | {
      readonly kind: 'cell';
      readonly cell: CellKind;
      /** What follows the kind on the opening line: the name of a chart, the id of a series. */
      readonly argument: string;
      /** The options as YAML text, and the line on which they begin. */
      readonly options: string;
      readonly line: number;
    }
  | {
      readonly kind: 'container';
      readonly name: ContainerName;
      /** What follows the name on the opening line. */
      readonly argument: string;
      readonly children: readonly Node[];
      readonly line: number;
    };

/** Where prose stands, in how many columns, or that it is set off from the rest; blocks side by side. */
export const placedContainers = ['row', 'margin', 'full', 'columns', 'note', 'warning'] as const;
type PlacedContainer = (typeof placedContainers)[number];
/** `language:es` holds text of one language. */
export type ContainerName = PlacedContainer | `language:${string}`;

/** A notebook split into its parts; nothing in it is understood yet. Lines are 1-based lines of the file. */
export interface NotebookText {
  readonly name: string;
  readonly file: string;
  readonly frontMatter: string;
  readonly nodes: readonly Node[];
}

const fence = /^```([a-z-]+)(?:[ \t]+(.*?))?[ \t]*$/;
const containerOpening = /^:::[ \t]+([a-z]{2}(?:-[A-Z]{2})?|[a-z]{3,})(?:[ \t]+(.*?))?[ \t]*$/;
const containerClosing = /^:::[ \t]*$/;

/** Splits a notebook into front matter, Markdown, cells and containers. Reports every malformed part. */
export const splitNotebook = (file: string, text: string): Outcome<NotebookText> => {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) {
    const message = 'A notebook begins with its front matter, between two lines of three hyphens.';
    return {
      diagnostics: [
        notebookError(
          'notebook/front-matter',
          message,
          lineSpan(file, 1, lines[0]),
          'Begin the file with ---, then title: …, then ---',
        ),
      ],
    };
  }
  const reader = new Reader(file, lines, end + 1);
  const nodes = reader.readNodes(undefined);
  return {
    value: { name, file, frontMatter: lines.slice(1, end).join('\n'), nodes },
    diagnostics: reader.diagnostics,
  };
};

export type CellNode = Extract<Node, { kind: 'cell' }>;

/** The cells of a notebook, in order, containers opened. */
export const cellsOf = (nodes: readonly Node[]): CellNode[] =>
  nodes.flatMap(node =>
    node.kind === 'cell' ? [node] : node.kind === 'container' ? cellsOf(node.children) : [],
  );

/** The prose of a notebook, in order, containers opened. */
export const proseOf = (nodes: readonly Node[]): Extract<Node, { kind: 'markdown' }>[] =>
  nodes.flatMap(node =>
    node.kind === 'markdown' ? [node] : node.kind === 'container' ? proseOf(node.children) : [],
  );

export const lineSpan = (file: string, line: number, text = ''): Span => ({
  file,
  line,
  column: 1,
  length: Math.max(1, text.length),
});

/** Reads nodes line by line; the only state is the place reached. */
class Reader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly file: string;
  private readonly lines: readonly string[];
  private next: number;

  constructor(file: string, lines: readonly string[], start: number) {
    this.file = file;
    this.lines = lines;
    this.next = start;
  }

  /** Reads until the end, or until the line that closes the container opened on `openedAt`. */
  readNodes(openedAt: number | undefined): Node[] {
    const nodes: Node[] = [];
    let prose: string[] = [];
    let proseLine = this.next + 1;
    const flush = (): void => {
      if (prose.some(line => line.trim() !== ''))
        nodes.push({ kind: 'markdown', text: prose.join('\n'), line: proseLine });
      prose = [];
    };
    while (this.next < this.lines.length) {
      const line = this.lines[this.next] ?? '';
      if (containerClosing.test(line) && openedAt !== undefined) {
        flush();
        this.next += 1;
        return nodes;
      }
      const node = this.readCell(line) ?? this.readContainer(line);
      if (node === undefined) {
        if (prose.length === 0) proseLine = this.next + 1;
        prose.push(line);
        this.next += 1;
      } else {
        flush();
        if (node !== 'refused') nodes.push(node);
      }
    }
    flush();
    if (openedAt !== undefined)
      this.refuse(
        'notebook/unclosed-container',
        'This container is not closed.',
        openedAt,
        'Close it with a line of three colons.',
      );
    return nodes;
  }

  private readCell(line: string): Node | 'refused' | undefined {
    const [opened, kind = '', argument = ''] = fence.exec(line) ?? [];
    if (opened === undefined) return undefined;
    const start = this.next;
    const end = this.lines.findIndex((candidate, index) => index > start && /^```[ \t]*$/.test(candidate));
    if (end === -1) {
      this.next = this.lines.length;
      return this.refuse(
        'notebook/unclosed-cell',
        `This ${kind} cell is not closed.`,
        start,
        'Close it with a line of three backticks.',
      );
    }
    this.next = end + 1;
    if (!isCellKind(kind)) {
      const known = Object.keys(cellSchemas).join(', ');
      return this.refuse(
        'notebook/unknown-cell',
        `There is no cell of the kind "${kind}".`,
        start,
        `Kinds of cells: ${known}.`,
      );
    }
    const options = this.lines.slice(start + 1, end).join('\n');
    return { kind: 'cell', cell: kind, argument, options, line: start + 1 };
  }

  private readContainer(line: string): Node | 'refused' | undefined {
    const [opened, word = '', argument = ''] = containerOpening.exec(line) ?? [];
    if (opened === undefined) return undefined;
    const start = this.next;
    this.next += 1;
    const name = containerName(word);
    const children = this.readNodes(start);
    if (name === undefined)
      return this.refuse(
        'notebook/unknown-container',
        `There is no container "${word}".`,
        start,
        `Containers: ${placedContainers.join(', ')}, or a language such as es.`,
      );
    return { kind: 'container', name, argument, children, line: start + 1 };
  }

  private refuse(
    code: Parameters<typeof notebookError>[0],
    message: string,
    index: number,
    hint: string,
  ): 'refused' {
    this.diagnostics.push(
      notebookError(code, message, lineSpan(this.file, index + 1, this.lines[index]), hint),
    );
    return 'refused';
  }
}

const isCellKind = (word: string): word is CellKind => Object.hasOwn(cellSchemas, word);

const containerName = (word: string): ContainerName | undefined => {
  return placedContainers.find(name => name === word) ?? languageContainer(word);
};

const languageContainer = (word: string): ContainerName | undefined =>
  /^[a-z]{2}(-[A-Z]{2})?$/.test(word) ? `language:${word}` : undefined;
