import Handlebars from 'handlebars';
import type { Locale } from '../locale/locale.ts';
import type { Span } from '../model/source.ts';
import type { CellKind } from './cells.ts';
import { createHelpers, type Running } from './helpers.ts';
import { footnoteLabels, inlineMarkdown, templateMarkdown } from './markdown.ts';
import { type ContainerName, cellsOf, type Node, proseOf } from './notebook.ts';
import type { View } from './view.ts';

/** A cell whose options have been validated. */
export interface Cell {
  readonly kind: CellKind;
  readonly argument: string;
  readonly options: unknown;
  /** The line that opens it. */
  readonly place: Span;
}

/** Makes what a cell stands for, and returns the mark that it leaves in the text. */
export type CellRunner = (cell: Cell, context: unknown, running: Running) => string;

/** The prose of a notebook in one language, compiled once and run for each document. */
export interface Program {
  /** The text with marks where cells ran. @throws Error from an expression that named something missing */
  run(view: View, running: Running): string;
  /** Fills a short text of an option: a caption, a note. Inline Markdown with expressions. */
  fill(text: string, context: unknown, running: Running): string;
}

/** The language of a notebook's prose, and how its region writes it. */
export type ProseLocale = Pick<Locale, 'language' | 'prose' | 't'>;

/**
 * @param cells the validated cells, by the line on which they stand
 * @param own helpers of the workspace, beside those of the product
 */
export const compile = (
  nodes: readonly Node[],
  locale: ProseLocale,
  cells: ReadonlyMap<number, Cell>,
  runCell: (program: Program) => CellRunner,
  own: Readonly<Record<string, Handlebars.HelperDelegate>> = {},
): Program => {
  const engine = Handlebars.create() as typeof Handlebars;
  const texts = new Map<string, HandlebarsTemplateDelegate>();
  const settings = { strict: true, knownHelpersOnly: true, noEscape: false };
  const helpers = { ...createHelpers(engine), ...own };
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);
  engine.registerHelper('cell', function (this: unknown, line: number, options: Handlebars.HelperOptions) {
    const cell = cells.get(line);
    return cell === undefined ? '' : new engine.SafeString(runner(cell, this, options.data as Running));
  });
  engine.registerHelper('mark', (text: string) => new engine.SafeString(text));
  const knownHelpers = Object.fromEntries(
    [...Object.keys(helpers), 'cell', 'mark'].map(name => [name, true]),
  );
  const compileText = (text: string): HandlebarsTemplateDelegate =>
    engine.compile(text, { ...settings, knownHelpers });
  const body = compileText(templateOf(nodes, { locale, notes: notesOf(nodes) }));
  const program: Program = {
    run: (view, running) => body(view, { data: { ...running, root: view } }),
    fill: (text, context, running) => {
      let template = texts.get(text);
      if (template === undefined) {
        template = compileText(templateInline(text, locale));
        texts.set(text, template);
      }
      return template(context, { data: { ...running, root: context } });
    },
  };
  const runner = runCell(program);
  return program;
};

/** What Markdown of a notebook is rendered with. */
interface Rendering {
  readonly locale: ProseLocale;
  /** Labels of its footnotes. */
  readonly notes: ReadonlySet<string>;
}

const notesOf = (nodes: readonly Node[]): ReadonlySet<string> =>
  new Set(proseOf(nodes).flatMap(({ text }) => [...footnoteLabels(text).held.keys()]));

/** The notebook as one Handlebars template: Markdown rendered, cells and containers as calls. */
const templateOf = (nodes: readonly Node[], rendering: Rendering): string =>
  nodes.map(node => nodeTemplate(node, rendering)).join('\n');

const nodeTemplate = (node: Node, rendering: Rendering): string => {
  const { locale, notes } = rendering;
  if (node.kind === 'markdown') return templateMarkdown(node.text, locale.prose, notes);
  if (node.kind === 'cell') return `{{cell ${node.line}}}`;
  const inner = templateOf(node.children, rendering);
  if (node.name.startsWith('language:')) return node.name === `language:${locale.language}` ? inner : '';
  const title = isCallout(node.name) ? calloutTitle(node.name, node.argument, locale) : '';
  // A row knows how many cells it was planned for, so that those that show can have the room of those that do not.
  const planned = node.name === 'row' ? `:${cellsOf(node.children).length}` : '';
  return `{{mark "<!--open:${node.name}${planned}-->"}}${title}${inner}{{mark "<!--close-->"}}`;
};

const isCallout = (name: ContainerName): name is 'note' | 'warning' => name === 'note' || name === 'warning';

/** What a note is about, in the words of its author; what it is, where there are none. */
const calloutTitle = (name: 'note' | 'warning', words: string, locale: ProseLocale): string =>
  `<p class="callout-title">${words === '' ? locale.t(`interface.${name}`) : templateInline(words, locale)}</p>\n`;

const templateInline = (text: string, { prose }: ProseLocale): string => {
  const held: string[] = [];
  const masked = text.replace(/\{\{[\s\S]*?\}\}/g, expression => `\ue000${held.push(expression) - 1}\ue001`);
  return inlineMarkdown(prose(masked)).replace(/\ue000(\d+)\ue001/g, (_, index) => held[Number(index)] ?? '');
};
