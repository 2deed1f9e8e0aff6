import { stateOf } from '../../analysis/decisions.ts';
import type { Decision } from '../../model/decision.ts';
import { periodSchema } from '../../model/period.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import { inLanguage } from '../fallback.ts';
import type { Block } from '../model.ts';
import { referenceMark } from '../references.ts';

type Decisions = Extract<Block, { kind: 'decisions' }>;

/** Decisions that this review seeks, or those of earlier reviews and what became of them. */
export const decisionsBlock = (options: CellOptions<'decisions'>, context: BlockContext): Decisions => {
  const { scope } = context.analysis;
  const sought = options.state === 'sought';
  const decisions = scope.workspace.program.decisions.filter(({ period }) =>
    sought ? period === scope.period : period < scope.period,
  );
  return {
    kind: 'decisions',
    items: decisions.map((decision, index) => item(decision, index, sought, context)),
  };
};

const item = (
  decision: Decision,
  index: number,
  sought: boolean,
  context: BlockContext,
): Decisions['items'][number] => {
  const { locale } = context;
  const words = (text: Decision['title']): string => {
    const picked = locale.text(text);
    return inLanguage(escapeMarkup(picked.text), picked.fallback);
  };
  const due = periodSchema.safeParse(decision.due).success
    ? locale.period(decision.due)
    : locale.shortDate(decision.due);
  const [label] = decision.rests;
  return {
    label: sought ? `D${index + 1}` : locale.period(decision.period),
    ...(sought && label !== undefined ? { reference: referenceMark(label) } : {}),
    title: words(decision.title),
    reason: words(sought ? decision.reason : (decision.outcome ?? decision.reason)),
    facts: [
      { label: locale.t('interface.who'), value: locale.marked(decision.owner) },
      { label: locale.t('interface.due'), value: due },
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
