import type { Method } from '../../analysis/method.ts';
import { methods } from '../../analysis/methods/index.ts';
import { withinPhrase } from '../../locale/sentence.ts';
import { at } from '../../model/source.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Block } from '../model.ts';
import { explained, showField } from '../shown.ts';
import { methodsNamed, settingsInForce } from './sources.ts';

/**
 * A table of facts: labels and values that the notebook fills in. Rows without a value are left out. A value that shows a
 * field of the subject can be asked where it is written.
 */
export const factsBlock = (
  options: CellOptions<'facts'>,
  context: BlockContext,
): Extract<Block, { kind: 'facts' }> => ({
  kind: 'facts',
  rows: options.rows.flatMap(({ label: title, value: text, field }) => {
    const [label, value] = [context.plain(title), context.markup(text)];
    if (value.trim() === '') return [];
    const asked = field === undefined ? undefined : fieldOf(context, field, label);
    return [{ label, value: asked === undefined ? value : explained(value, [asked]) }];
  }),
});

const fieldOf = (context: BlockContext, field: string, label: string): string | undefined => {
  const { subject } = context;
  if (subject === undefined) return undefined;
  const { source } = subject.kind === 'account' ? subject.account : subject.kam.person;
  return showField(
    context,
    `${subject.kind}.${subject.id}`,
    at(source, ...field.split('.')),
    `${subject.name}: ${label}`,
  );
};

const parts = ['formula', 'inputs', 'defaults', 'pitfalls'] as const;

/** The methods appendix: what each method says of itself of which the document has shown something, or names a setting. */
export const methodsBlock = (context: BlockContext): Extract<Block, { kind: 'methods' }> => {
  const { collected, locale } = context;
  const settings = settingsInForce(context);
  const named = methodsNamed(context);
  return {
    kind: 'methods',
    items: methods
      .filter(({ id }) => collected.methods.has(id) || named.has(id))
      .map(method => ({
        id: method.id,
        title: locale.t(`methods.${method.id}.title`),
        rows: [
          ...parts.flatMap(part => [
            ...proseRow(method, part, locale),
            ...(part === 'defaults' ? inForceRow(settings.get(method.id), locale) : []),
          ]),
          ...(method.literature.length === 0
            ? []
            : [{ label: locale.t('interface.literature'), html: escapeMarkup(literatureOf(method)) }]),
        ],
      })),
  };
};

/** What was used where the workspace departs from a default: the default alone would contradict the figures. */
const inForceRow = (
  settings: readonly string[] | undefined,
  locale: BlockContext['locale'],
): { label: string; html: string }[] =>
  settings === undefined
    ? []
    : [{ label: locale.t('interface.inForce'), html: escapeMarkup(`${inOneSentence(settings, locale)}.`) }];

const inOneSentence = ([first = '', ...others]: readonly string[], locale: BlockContext['locale']): string =>
  [first, ...others.map(one => withinPhrase(one, locale))].join('; ');

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
