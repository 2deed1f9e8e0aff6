import { placeText } from '../../explain/notes.ts';
import { settingBehind } from '../../explain/settings.ts';
import { assumptionsOf, runsOf, type ShownInputs, sourceFiles } from '../../explain/sources.ts';
import { settingName, settingValue } from '../../locale/settings.ts';
import type { Assumption, FigureInput, MethodId } from '../../model/figure.ts';
import { captioned } from '../caption.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Block, Table, TableBlock } from '../model.ts';

type Register = Extract<Block, { kind: 'register' }>;

/** The files that the figures shown rest on, with the lines and, where there is room, the sections that they feed. */
export const sourcesBlock = ({ form }: CellOptions<'sources'>, context: BlockContext): Register => {
  const { basis, locale } = context;
  return {
    kind: 'register',
    folded: form === 'folded',
    ...(form === 'full' ? {} : { title: locale.t('interface.sources') }),
    items: sourceFiles(shownInputs(context), basis).map(({ file, runs, sections }) => ({
      name: file,
      text: form === 'full' ? `${runsText(runs)} (${runsText(runsOf(sections, 1))})` : runsText(runs),
    })),
  };
};

/** What is filled when everything is shown: a table, whose number is that of its place, or a list of settings and values. */
export const assumptionsBlock = (
  { form, ...options }: CellOptions<'assumptions'>,
  context: BlockContext,
): (() => TableBlock | Register) => {
  const { locale } = context;
  if (form !== 'full')
    return () => ({
      kind: 'register',
      folded: form === 'folded',
      title: locale.t('interface.assumptions'),
      items: shownAssumptions(context).map(({ assumption }) => ({
        name: nameText(assumption, context),
        text: [valueText(assumption, context), keyText(assumption, context)].join('; '),
      })),
    });
  const fallback = { caption: escapeMarkup(locale.t('interface.assumptions')), span: 12 } as const;
  const head = captioned(context, 'table', options, fallback);
  return () => {
    const table = assumptionsTable(context);
    return table.rows.length === 0
      ? { kind: 'table', ...head, unavailable: locale.t('interface.noRows') }
      : { kind: 'table', ...head, table };
  };
};

const shownAssumptions = (context: BlockContext): ReturnType<typeof assumptionsOf> => {
  const all = assumptionsOf(shownInputs(context), context.basis);
  return printsRules(context) ? all.filter(({ assumption }) => !isRule(assumption)) : all;
};

/** What an incentive scheme pays for. */
const isRule = ({ name }: Assumption): boolean => name.startsWith('incentives.schemes.');

/** Whether a table of its own prints the rules of the schemes, with their units: a register would bury all else under them. */
const printsRules = ({ collected }: BlockContext): boolean =>
  [...collected.rows.keys()].some(id => /^(?:programme\.incentives\.|kam\.[^.]+\.incentive-)rules#/.test(id));

/** Methods that the register of settings names. */
export const methodsNamed = (context: BlockContext): ReadonlySet<MethodId> =>
  new Set(shownAssumptions(context).flatMap(({ methods }) => methods));

const assumptionsTable = (context: BlockContext): Table => {
  const { locale } = context;
  const column = (id: string, width: number) =>
    ({ id, title: locale.t(`columns.${id}`), align: 'left', width }) as const;
  return {
    columns: [column('setting', 82), column('settingValue', 26), column('settingMethods', 68)],
    rows: shownAssumptions(context).map(({ assumption, methods }) => ({
      kind: 'data',
      strong: false,
      cells: [
        { text: nameText(assumption, context), head: true, detail: keyText(assumption, context) },
        { text: valueText(assumption, context), head: false },
        {
          // Titles contain "and", so a list that ends with one would be read wrong.
          text: methods.map(method => locale.t(`methods.${method}.title`)).join('; '),
          head: false,
          tone: 'muted',
        },
      ],
    })),
    footnotes: [],
  };
};

/** The day of the data stands on the cover and beside every source; what a scheme pays has no default and its own tables. */
const saidElsewhere = (assumption: Assumption): boolean =>
  assumption.name === 'workspace.document.dataAsOf' || isRule(assumption);

/** What the figures shown used instead of defaults, by method: name and value of each setting. */
export const settingsInForce = (context: BlockContext): ReadonlyMap<MethodId, readonly string[]> => {
  const found = new Map<MethodId, string[]>();
  for (const { assumption, methods } of shownAssumptions(context)) {
    if (assumption.source === undefined || saidElsewhere(assumption)) continue;
    const text = context.locale.t('interface.inForceItem', {
      name: nameText(assumption, context),
      value: valueText(assumption, context),
    });
    for (const method of methods) found.set(method, [...(found.get(method) ?? []), text]);
  }
  return found;
};

const readersOf = ({ locale, names, analysis }: BlockContext) => ({
  locale,
  names,
  currency: analysis.scope.workspace.settings.currency,
});

const nameText = ({ name }: Assumption, context: BlockContext): string =>
  settingName(name, readersOf(context)) ?? name;

const valueText = (assumption: Assumption, context: BlockContext): string =>
  settingValue(assumption, readersOf(context));

/** Where the workspace says so, or the key that would say it: that nobody set it is worth knowing, too. */
const keyText = (assumption: Assumption, { locale, locate }: BlockContext): string => {
  const setting = settingBehind(assumption);
  const span = setting === undefined ? undefined : locate(setting).span;
  return span === undefined ? `${assumption.name}, ${locale.t('interface.byDefault')}` : placeText(span);
};

/** Figures, and what rows were made from, by the number of the section that shows them. */
const shownInputs = ({ collected }: BlockContext): ShownInputs => {
  const shown = new Map<number, FigureInput[]>();
  for (const [id, sections] of collected.shownIn) {
    const inputs = collected.rows.get(id)?.inputs ?? [id];
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
