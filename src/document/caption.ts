import { asOf } from '../analysis/as-of.ts';
import type { LocalizedText } from '../model/text.ts';
import type { BlockContext } from './context.ts';
import { escapeMarkup } from './escape.ts';
import type { Captioned, Html, Span } from './model.ts';

interface CaptionOptions {
  readonly label?: string | undefined;
  readonly caption?: LocalizedText | undefined;
  readonly note?: LocalizedText | undefined;
  readonly source?: LocalizedText | undefined;
  readonly span?: Span | undefined;
}

/** Numbers a figure or table, registers its label, and fills its caption and notes. */
export const captioned = (
  context: BlockContext,
  kind: 'figure' | 'table',
  options: CaptionOptions,
  fallback: { readonly caption: Html; readonly span: Span },
): Captioned => {
  const { collected, locale } = context;
  const number = kind === 'figure' ? ++collected.figureCount : ++collected.tableCount;
  const label = locale.t(`interface.${kind}`, { number });
  const anchor = (options.label ?? `${kind === 'figure' ? 'fig' : 'tab'}:${number}`).replace(':', '-');
  if (options.label !== undefined) collected.labels.set(options.label, { anchor, label });
  return {
    anchor,
    label,
    caption: options.caption === undefined ? fallback.caption : context.markup(options.caption),
    ...noteOf(context, options.note),
    ...sourceOf(context, options.source),
    span: options.span ?? fallback.span,
  };
};

/** A note made of findings that there are not is no note. */
const noteOf = ({ markup }: BlockContext, note: LocalizedText | undefined): Pick<Captioned, 'note'> => {
  const text = note === undefined ? '' : markup(note);
  return text.trim() === '' ? {} : { note: text };
};

/** Source and date of the data; the workspace says them once for all, an option for one chart or table. */
const sourceOf = (
  { analysis, locale, markup }: BlockContext,
  source: LocalizedText | undefined,
): Pick<Captioned, 'source'> => {
  if (source !== undefined) return { source: markup(source) };
  const { document } = analysis.scope.workspace.settings;
  if (document.source === undefined) return {};
  const named = locale.t('interface.source', {
    source: locale.marked(document.source),
    date: locale.shortDate(asOf(analysis.scope)),
  });
  return { source: escapeMarkup(named) };
};
