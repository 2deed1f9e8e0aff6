import type { Method } from '../../analysis/method.ts';
import { methods } from '../../analysis/methods/index.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Block } from '../model.ts';

/** A table of facts: labels and values that the notebook fills in. Rows without a value are left out. */
export const factsBlock = (
  options: CellOptions<'facts'>,
  context: BlockContext,
): Extract<Block, { kind: 'facts' }> => ({
  kind: 'facts',
  rows: options.rows
    .map(({ label, value }) => ({ label: context.plain(label), value: context.plain(value) }))
    .filter(({ value }) => value.trim() !== ''),
});

const parts = ['formula', 'inputs', 'defaults', 'pitfalls'] as const;

/** The methods appendix: what each method of which the document has shown something says of itself. */
export const methodsBlock = ({ collected, locale }: BlockContext): Extract<Block, { kind: 'methods' }> => ({
  kind: 'methods',
  items: methods
    .filter(({ id }) => collected.methods.has(id))
    .map(method => ({
      id: method.id,
      title: locale.t(`methods.${method.id}.title`),
      rows: [
        ...parts.flatMap(part => proseRow(method, part, locale)),
        ...(method.literature.length === 0
          ? []
          : [{ label: locale.t('interface.literature'), html: escapeMarkup(literatureOf(method)) }]),
      ],
    })),
});

/** Several works make one sentence: only the last keeps its full stop. */
const literatureOf = ({ literature }: Method): string =>
  `${literature.map(work => work.replace(/\.$/, '')).join('; ')}.`;

const proseRow = (
  method: Method,
  part: (typeof parts)[number],
  locale: BlockContext['locale'],
): { label: string; html: string }[] => {
  const key = `methods.${method.id}.${part}`;
  return locale.has(key) ? [{ label: locale.t(`interface.${part}`), html: escapeMarkup(locale.t(key)) }] : [];
};
