import { figureName } from '../../locale/figure-names.ts';
import { withCapital } from '../../locale/sentence.ts';
import type { Figure } from '../../model/figure.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import type { Block } from '../model.ts';
import { showFigure } from '../shown.ts';
import { resolveId } from '../subject.ts';

type Note = CellOptions<'strip'>['figures'][number]['note'];
type Strip = Extract<Block, { kind: 'strip' }>;

/** The row of headline figures. A figure without a value keeps its place and says why, in place of its note. */
export const stripBlock = (options: CellOptions<'strip'>, context: BlockContext): Strip => ({
  kind: 'strip',
  items: options.figures.map(item => {
    const { locale } = context;
    const id = resolveId(item.figure, context.at);
    const figure = showFigure(context, id);
    const text =
      figure === undefined
        ? locale.t('interface.notAvailable')
        : typeof figure.value === 'number' && figure.unit.startsWith('money:')
          ? locale.largeMoney(figure.value, figure.unit.slice(6), { style: 'symbol', signed: item.signed })
          : locale.figure(figure, { signed: item.signed });
    // The unit stands smaller beside the value, after the no-break space that joins them.
    const [value = text, ...words] = text.split('\u00a0');
    const unit = words.length === 0 ? undefined : words.join('\u00a0');
    return {
      label: item.label === undefined ? (figureName(id, locale) ?? id) : context.plain(item.label),
      value,
      ...(figure === undefined ? {} : { figure: figure.id }),
      ...(unit === undefined ? {} : { unit }),
      ...noteOf(item.note, figure, context),
    };
  }),
});

const noteOf = (
  note: Note,
  figure: Figure | undefined,
  context: BlockContext,
): { readonly note?: string } => {
  if (figure?.value === undefined)
    return {
      note: withCapital(
        context.locale.reason(figure?.unavailable ?? { code: 'not-recorded' }),
        context.locale,
      ),
    };
  return note === undefined ? {} : { note: context.plain(note) };
};
