import type { Figure, FigureInput } from '../../model/figure.ts';
import { isSourceRef, type SourceRef } from '../../model/source.ts';
import type { ExportSources } from '../format.ts';
import { isSame, type LiveModel } from './live-model.ts';
import { numberFormat } from './number-format.ts';
import { type CellPlace, letters, reference, type Sheet, type SheetCell } from './sheet.ts';

/** Points by account and criterion, below the weights: who changes a weight sees every score and rank change. */
export interface Scores {
  readonly sheet: Sheet;
  /** Cells that hold the scores, by the id of the figure. */
  readonly places: ReadonlyMap<string, CellPlace>;
}

/** Row of the weights, as spreadsheets count. */
const weightsRow = 2;

interface Scored {
  readonly account: string;
  readonly figure: Figure;
  readonly rank: Figure | undefined;
  /** By criterion. */
  readonly points: ReadonlyMap<string, Figure>;
}

interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly weight: SourceRef;
}

/** Undefined where there are no scores, or not all rest on the same weights. */
export const scoresSheet = (sources: ExportSources, model: LiveModel, name: string): Scores | undefined => {
  const { locale, names } = sources;
  const scored = scoredAccounts(sources);
  const criteria = criteriaOf(scored, sources);
  if (scored.length === 0 || criteria === undefined) return undefined;
  const last = criteria.length;
  const scoreColumn = last + 1;
  const score = numberFormat('score', { precision: 2, signed: false }, locale);
  const plain = numberFormat('index', { precision: 0, signed: false }, locale);
  const weights = `$B$${weightsRow}:$${letters(last)}$${weightsRow}`;
  const row = ({ account, figure, rank, points }: Scored, index: number): readonly SheetCell[] => {
    const at = weightsRow + 1 + index;
    const own = `$B${at}:$${letters(last)}${at}`;
    const scores = `$${letters(scoreColumn)}$${weightsRow + 1}:$${letters(scoreColumn)}$${weightsRow + scored.length}`;
    return [
      { value: names.account(account) },
      ...criteria.map(({ id }) => linked(points.get(id), model, score)),
      {
        value: figure.value ?? null,
        formula: `SUMPRODUCT(${weights},${own})/SUMPRODUCT(${weights},ISNUMBER(${own})*1)`,
        format: score,
        look: 'total',
      },
      ranked(rank, index, scored, `RANK(${letters(scoreColumn)}${at},${scores})`, plain),
    ];
  };
  const sheet: Sheet = {
    name,
    frozen: 1,
    columns: [
      { title: locale.t('columns.account'), width: 34 },
      ...criteria.map(({ title }) => ({ title, width: 16, numeric: true })),
      { title: locale.t('columns.score'), width: 12, numeric: true },
      { title: locale.t('columns.rank'), width: 10, numeric: true },
    ],
    rows: [
      [
        { value: locale.t('columns.weight'), look: 'total' },
        ...criteria.map(({ weight }) => weightCell(weight, model, plain)),
        { value: null },
        { value: null },
      ],
      ...scored.map(row),
    ],
    filtered: 0,
  };
  const places = scored.map(
    ({ figure }, index) =>
      [figure.id, { sheet: name, column: scoreColumn, row: weightsRow + 1 + index }] as const,
  );
  return { sheet, places: new Map(places) };
};

const scoredAccounts = ({ analysis }: ExportSources): readonly Scored[] =>
  (analysis.series.get('portfolio.ranking')?.rows ?? []).flatMap(({ account }) => {
    const figure = analysis.figures.get(`account.${String(account)}.score.total`);
    if (typeof figure?.value !== 'number' || !isWeightedMean(figure)) return [];
    const points = figure.inputs.flatMap(input => {
      const criterion = isSourceRef(input) ? undefined : analysis.figures.get(input);
      return criterion === undefined ? [] : [[criterionOf(criterion.id), criterion] as const];
    });
    const rank = analysis.figures.get(`account.${String(account)}.score.rank`);
    return [{ account: String(account), figure, rank, points: new Map(points) }];
  });

const isWeightedMean = ({ formula, inputs }: Figure): boolean =>
  formula?.kind === 'aggregate' &&
  formula.of === 'weighted mean' &&
  inputs.every((input, place) => isSourceRef(input) === (place % 2 === 1));

const criterionOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/** Criteria and where their weights stand; undefined where two scores weigh one differently. */
const criteriaOf = (
  scored: readonly Scored[],
  { analysis, locale }: ExportSources,
): readonly Criterion[] | undefined => {
  const titles = new Map(
    analysis.scope.workspace.program.scoring?.criteria.map(({ id, name }) => [id, locale.text(name).text]),
  );
  const criteria = new Map<string, Criterion>();
  for (const { figure } of scored)
    for (const [points, weight] of pairsOf(figure.inputs)) {
      const id = criterionOf(points);
      const known = criteria.get(id);
      if (known !== undefined && known.weight.path.join('.') !== weight.path.join('.')) return undefined;
      criteria.set(id, { id, title: titles.get(id) ?? id, weight });
    }
  return criteria.size === 0 ? undefined : [...criteria.values()];
};

const pairsOf = (inputs: readonly FigureInput[]): readonly (readonly [string, SourceRef])[] =>
  inputs.flatMap((points, place) => {
    const weight = inputs[place + 1];
    return typeof points === 'string' && isSourceRef(weight) ? [[points, weight] as const] : [];
  });

/** The points of a criterion; empty where it was not rated. */
const linked = (figure: Figure | undefined, model: LiveModel, format: string): SheetCell => {
  const place = figure && model.placeOf(figure.id);
  if (typeof figure?.value !== 'number') return { value: null, format };
  return { value: figure.value, format, ...(place === undefined ? {} : { formula: reference(place) }) };
};

const weightCell = (ref: SourceRef, model: LiveModel, format: string): SheetCell => {
  const place = model.placeOfInput(ref);
  const recorded = model.numbers.find(
    ({ ref: { file, path } }) => file === ref.file && path.join('.') === ref.path.join('.'),
  );
  return {
    value: recorded?.value ?? null,
    format,
    ...(place === undefined ? {} : { formula: reference(place) }),
  };
};

/** The rank as a spreadsheet counts it, where that is how the product did. */
const ranked = (
  rank: Figure | undefined,
  index: number,
  scored: readonly Scored[],
  formula: string,
  format: string,
): SheetCell => {
  const own = Number(scored[index]?.figure.value);
  const better = scored.filter(
    ({ figure }) => Number(figure.value) > own && !isSame(Number(figure.value), own),
  );
  const value = typeof rank?.value === 'number' ? rank.value : null;
  return { value, format, ...(value === better.length + 1 ? { formula } : {}) };
};
