import { figureName } from '../locale/figure-names.ts';
import type { Locale } from '../locale/locale.ts';
import type { Figure } from '../model/figure.ts';
import type { SourceRef } from '../model/source.ts';
import type { Explanation, FigureExplanation, Place, SourceExplanation } from './explanation.ts';
import { formulaLines } from './formula-lines.ts';
import { notesOf, placeText, valueText } from './notes.ts';
import { inOneLine } from './one-line.ts';
import { wrap } from './wrap.ts';

/** How a terminal sets words apart; plain text where there are no colours. */
export interface Ink {
  strong(text: string): string;
  faint(text: string): string;
}

export interface TreeOptions {
  readonly locale: Locale;
  readonly ink: Ink;
  readonly locate: (ref: SourceRef) => Place;
  /** Inputs of one figure to show before the rest is only counted. */
  readonly limit: number;
  /** Characters a line. */
  readonly width: number;
}

/** The explanation as an indented tree, one line per string. The formula of a method is told once, where it is met first. */
export const treeLines = (root: FigureExplanation, options: TreeOptions): readonly string[] => {
  const told = new Set<string>();
  const children = (node: FigureExplanation, indent: string): readonly string[] => {
    const shown = node.inputs.slice(0, options.limit);
    const hidden = node.inputs.length - shown.length;
    const blocks = [
      ...shown.map(input => (inner: string) => lines(input, inner)),
      ...(hidden > 0 ? [() => [options.ink.faint(options.locale.t('explain.more', { count: hidden }))]] : []),
    ];
    return blocks.flatMap((block, index) => {
      const last = index === blocks.length - 1;
      const inner = indent + (last ? '   ' : '│  ');
      const [first = '', ...rest] = block(inner);
      return [`${indent}${last ? '└─ ' : '├─ '}${first}`, ...rest];
    });
  };
  const lines = (node: Explanation, indent: string): readonly string[] => {
    if (node.kind !== 'figure') return [leafText(node, options)];
    const bar = node.inputs.length > 0 ? '│  ' : '   ';
    const width = Math.max(40, options.width - indent.length - bar.length);
    const about = aboutMethod(node, options, told).flatMap(text => wrap(text, width));
    return [
      figureText(node.figure, options),
      ...about.map(line => indent + bar + options.ink.faint(line)),
      ...children(node, indent),
    ];
  };
  return lines(root, '').map(inOneLine);
};

const aboutMethod = (
  { figure, inputs }: FigureExplanation,
  { locale, locate }: TreeOptions,
  told: Set<string>,
): readonly string[] => {
  const { method, period } = figure;
  const title = `${locale.t(`methods.${method}.title`)} (${method}), ${locale.period(period)}`;
  const formula = told.has(method)
    ? []
    : [locale.t('explain.formula', { text: locale.t(`methods.${method}.formula`) })];
  told.add(method);
  return [
    title,
    ...formula,
    ...formulaLines(figure, inputs, locale),
    ...notesOf(figure, locale, ref => locate(ref).span),
  ];
};

const leafText = (node: Exclude<Explanation, FigureExplanation>, { locale, ink }: TreeOptions): string => {
  if (node.kind === 'source') return sourceText(node, { locale, ink });
  if (node.kind === 'unknown') return `${node.id}  ${ink.faint(locale.t('explain.unknown'))}`;
  const why = locale.t(node.cycle ? 'explain.cycle' : 'explain.repeated');
  return `${figureText(node.figure, { locale, ink })}  ${ink.faint(why)}`;
};

/** Id, value and name; without the name where nobody has given one. */
const figureText = (figure: Figure, { locale, ink }: Pick<TreeOptions, 'locale' | 'ink'>): string => {
  const name = figureName(figure.id, locale);
  const value = ink.strong(valueText(figure, locale));
  return [figure.id, value, ...(name === undefined ? [] : [ink.faint(name)])].join('  ');
};

const sourceText = (
  { ref, span, written, hidden }: SourceExplanation,
  { locale, ink }: Pick<TreeOptions, 'locale' | 'ink'>,
): string => {
  const key = ref.path.join('.');
  if (span === undefined)
    return `${ref.file}  ${key}  ${ink.faint(locale.t(hidden === true ? 'explain.hidden' : 'explain.absent'))}`;
  return `${placeText(span)}  ${written === undefined ? key : `${key} = ${ink.strong(written)}`}`;
};
