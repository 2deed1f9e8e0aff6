import { placeText } from '../../explain/notes.ts';
import { settingOf } from '../../explain/settings.ts';
import { assumptionsOf, runsOf, type ShownInputs, sourceFiles } from '../../explain/sources.ts';
import { decimalsOf } from '../../model/decimals.ts';
import type { Assumption, FigureInput } from '../../model/figure.ts';
import { captioned } from '../caption.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Block, Table, TableBlock } from '../model.ts';

/** The files that the figures shown rest on, with the lines and the sections that they feed. */
export const sourcesBlock = (context: BlockContext): Extract<Block, { kind: 'sources' }> => {
  const { analysis, locate } = context;
  return {
    kind: 'sources',
    files: sourceFiles(shownInputs(context), analysis.figures, locate).map(({ file, runs, sections }) => ({
      file,
      lines: runsText(runs),
      sections: runsText(runsOf(sections, 1)),
    })),
  };
};

/** A table that is filled when everything is shown; its number is that of its place. */
export const assumptionsBlock = (
  options: CellOptions<'assumptions'>,
  context: BlockContext,
): (() => TableBlock) => {
  const { locale } = context;
  const fallback = { caption: escapeMarkup(locale.t('interface.assumptions')), span: 12 } as const;
  const head = captioned(context, 'table', options, fallback);
  return () => {
    const table = assumptionsTable(context);
    return table.rows.length === 0
      ? { kind: 'table', ...head, unavailable: locale.t('interface.noRows') }
      : { kind: 'table', ...head, table };
  };
};

const assumptionsTable = (context: BlockContext): Table => {
  const { analysis, locale } = context;
  const column = (id: string, width: number) =>
    ({ id, title: locale.t(`columns.${id}`), align: 'left', width }) as const;
  return {
    columns: [
      column('setting', 50),
      column('settingValue', 20),
      column('settingPlace', 62),
      column('settingMethods', 44),
    ],
    rows: assumptionsOf(shownInputs(context), analysis.figures).map(({ assumption, methods }) => ({
      kind: 'data',
      strong: false,
      cells: [
        { text: assumption.name, head: true },
        { text: valueText(assumption, context), head: false },
        { text: placeOf(assumption, context), head: false, tone: 'muted' },
        {
          text: locale.list(methods.map(method => locale.t(`methods.${method}.title`))),
          head: false,
          tone: 'muted',
        },
      ],
    })),
    footnotes: [],
  };
};

const valueText = ({ value }: Assumption, { locale }: BlockContext): string =>
  typeof value === 'number' ? locale.number(value, { precision: decimalsOf(value) }) : value;

/** Where the workspace says so; that it does not is worth knowing, too. */
const placeOf = ({ name, source }: Assumption, { locale, locate }: BlockContext): string => {
  const setting = source ?? settingOf(name);
  const span = setting === undefined ? undefined : locate(setting).span;
  return span === undefined ? locale.t('interface.byDefault') : placeText(span);
};

/** Figures, and what rows were made from, by the number of the section that shows them. */
const shownInputs = ({ collected, analysis }: BlockContext): ShownInputs => {
  const shown = new Map<number, FigureInput[]>();
  for (const [id, sections] of collected.shownIn) {
    const row = collected.rows.get(id);
    const inputs = row === undefined ? [id] : (analysis.series.get(row.series)?.rowInputs?.[row.index] ?? []);
    for (const section of sections) {
      const known = shown.get(section) ?? [];
      shown.set(section, known);
      known.push(...inputs);
    }
  }
  return shown;
};

/** 1–3, 7 */
const runsText = (runs: readonly (readonly [number, number])[]): string =>
  runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
