import { decisionsSought, earlierDecisions, stateOf } from '../../analysis/decisions.ts';
import type { Decision } from '../../model/decision.ts';
import { periodSchema } from '../../model/period.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import { textMarkup } from '../fallback.ts';
import type { Block, Html } from '../model.ts';
import { referenceMark } from '../references.ts';

type Decisions = Extract<Block, { kind: 'decisions' }>;

/** Decisions that this review seeks, or those of earlier reviews and what became of them. */
export const decisionsBlock = (options: CellOptions<'decisions'>, context: BlockContext): Decisions => {
  if (options.state === 'sought') return { kind: 'decisions', items: soughtItems(context) };
  return {
    kind: 'decisions',
    items: earlierDecisions(context.analysis.scope).map(decision =>
      item(decision, context.locale.period(decision.period), false, context),
    ),
  };
};

/** They stand in one section, and the others refer to them there. */
const soughtItems = (context: BlockContext): Decisions['items'] => {
  const { collected } = context;
  const sought = soughtDecisions(context);
  const section = collected.sections[collected.section - 1];
  if (sought.length > 0) collected.decisionsShown = true;
  for (const { label, decision } of sought)
    if (section !== undefined) collected.labels.set(`decision:${decision.id}`, { anchor: section.id, label });
  return sought.map(({ label, decision }) => item(decision, label, true, context));
};

/** The decisions put to the board in this review, with their numbers. */
export const soughtDecisions = ({
  analysis: { scope },
}: BlockContext): readonly { readonly label: string; readonly decision: Decision }[] =>
  decisionsSought(scope).map((decision, index) => ({ label: `D${index + 1}`, decision }));

/** The decision in a line, from another section: number, what, who and when. */
export const decisionMark = (label: string, decision: Decision, context: BlockContext): Html => {
  const { locale, collected } = context;
  const words = (text: Decision['title']): Html => textMarkup(locale, text);
  const known = collected.labels.has(`decision:${decision.id}`);
  const number = known ? referenceMark(`decision:${decision.id}`) : label;
  return `<b>${number}</b> ${words(decision.title)} <small>${words(decision.owner)}, ${escapeMarkup(dueOf(decision, locale))}</small>`;
};

const dueOf = ({ due }: Decision, locale: BlockContext['locale']): string =>
  periodSchema.safeParse(due).success ? locale.period(due) : locale.shortDate(due);

const item = (
  decision: Decision,
  label: string,
  sought: boolean,
  context: BlockContext,
): Decisions['items'][number] => {
  const { locale } = context;
  const words = (text: Decision['title']): Html => textMarkup(locale, text);
  return {
    label,
    ...(sought && decision.rests.length > 0 ? { reference: referenceMark(...decision.rests) } : {}),
    title: words(decision.title),
    reason: words(sought ? decision.reason : (decision.outcome ?? decision.reason)),
    facts: [
      { label: locale.t('interface.who'), value: locale.marked(decision.owner) },
      { label: locale.t('interface.due'), value: dueOf(decision, locale) },
      sought
        ? {
            label: locale.t('interface.cost'),
            value:
              decision.cost === undefined ? locale.t('interface.notAvailable') : locale.marked(decision.cost),
          }
        : {
            label: locale.t('interface.state'),
            value: locale.term('decision', stateOf(context.analysis.scope, decision)),
          },
    ],
  };
};
