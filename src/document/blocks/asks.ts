import { sentenceOf, withFullStop } from '../../locale/sentence.ts';
import type { Finding } from '../../model/finding.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Block, Html } from '../model.ts';
import { explained, showFinding } from '../shown.ts';
import { findingsNamed } from '../subject.ts';

/** What a section asks for, at its end: the decision that the first finding of each topic or code recommends. */
export const asksBlock = (
  options: CellOptions<'asks'>,
  context: BlockContext,
): Extract<Block, { kind: 'asks' }> => {
  const { analysis, locale, at } = context;
  const asking = options.of.flatMap(
    name =>
      findingsNamed(name, analysis, at).find(finding => decisionOf(finding, context) !== undefined) ?? [],
  );
  return {
    kind: 'asks',
    title: locale.t('interface.asks'),
    items: [...new Set(asking)].flatMap(finding => askOf(finding, context) ?? []),
  };
};

const decisionOf = (finding: Finding, { analysis, locale, names }: BlockContext): string | undefined =>
  sentenceOf(finding, 'decision', { locale, names, figures: analysis.figures });

const askOf = (finding: Finding, context: BlockContext): Html | undefined => {
  const decision = decisionOf(finding, context);
  if (decision === undefined) return undefined;
  showFinding(context, finding);
  return explained(escapeMarkup(withFullStop(decision)), finding.figures);
};
