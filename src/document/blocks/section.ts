import { genericId } from '../../analysis/generic-id.ts';
import { sentenceOf, withCapital } from '../../locale/sentence.ts';
import type { CellOptions } from '../cells.ts';
import type { SectionHead } from '../composer.ts';
import type { BlockContext } from '../context.ts';
import { plainText } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Html } from '../model.ts';
import { explained, showFinding } from '../shown.ts';
import { findingsNamed, resolveId } from '../subject.ts';

/** The head of a section, or undefined where none of what it needs has anything to say. */
export const sectionHead = (
  id: string,
  options: CellOptions<'section'>,
  context: BlockContext,
): SectionHead | undefined => {
  if (
    options.needs.length > 0 &&
    !options.needs.some(need => hasContent(resolveId(need, context.at), context))
  )
    return undefined;
  const name = context.plain(options.name);
  return {
    id,
    name,
    headline: headline(options.headline, name, context),
    title: titleOf(options, context),
    landscape: options.landscape,
    appendix: options.appendix,
    flow: options.flow,
  };
};

/** The three parts of the title; none at all where the notebook gives none. */
const titleOf = (
  { who, measure, when }: CellOptions<'section'>,
  context: BlockContext,
): SectionHead['title'] => {
  if ([who, measure, when].every(part => part === undefined)) return [];
  const [by, what, time] = [who, measure, when].map(part => (part === undefined ? '' : context.markup(part)));
  // Months have no capital in Spanish, but the first word of a title has; names of companies stay as they are written.
  return [by ?? '', what ?? '', withCapital(time ?? '', context.locale)];
};

const hasContent = (id: string, { analysis }: BlockContext): boolean => {
  if (!id.includes('*'))
    return analysis.figures.get(id)?.value !== undefined || (analysis.series.get(id)?.rows.length ?? 0) > 0;
  const { portfolio } = analysis;
  return (
    [...portfolio.figures.values()].some(
      figure => figure.value !== undefined && genericId(figure.id) === id,
    ) || [...portfolio.series.values()].some(one => one.rows.length > 0 && genericId(one.id) === id)
  );
};

/** What the data say on the topic; the name of the section where they say nothing. */
const headline = (option: CellOptions<'section'>['headline'], name: string, context: BlockContext): Html => {
  if (!namesFinding(option)) return context.markup(option);
  const { analysis, locale, names, at, collected } = context;
  const wanted = ['finding' in option ? option.finding : option.topic].flat();
  const found = wanted.flatMap(name => findingsNamed(name, analysis, at));
  const [first] = found;
  // Two sections under the same words say less than the weightiest of what else there is.
  const others = found.filter(({ id }) => !collected.headlines.has(id));
  const weightiest = [...others].sort((a, b) => b.rank - a.rank)[0];
  const finding = first !== undefined && collected.headlines.has(first.id) ? (weightiest ?? first) : first;
  if (finding !== undefined) {
    showFinding(context, finding);
    collected.headlines.add(finding.id);
  }
  const sentence = finding && sentenceOf(finding, 'message', { locale, names, figures: analysis.figures });
  return explained(escapeMarkup(sentence ?? plainText(name)), finding?.figures ?? []);
};

const namesFinding = (
  option: CellOptions<'section'>['headline'],
): option is { topic: string | string[] } | { finding: string | string[] } =>
  typeof option === 'object' && ('topic' in option || 'finding' in option);
