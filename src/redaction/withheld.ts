import { settleAsks } from '../analysis/advice/settle.ts';
import { soughtOf } from '../analysis/advice/sought.ts';
import type { Analysis } from '../analysis/analyze.ts';
import type { Part } from '../analysis/results-by-id.ts';
import type { ById } from '../model/by-id.ts';
import type { Figure } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import type { Row, Series } from '../model/series.ts';
import type { Kept } from './kept.ts';

/** Why a figure that could be computed is not shown. */
const hidden = { code: 'hidden' } as const;

/**
 * What an audience may see of an analysis. Everything that is shown was computed from what the audience may see; the full
 * data only say whether it is true. Where they give another value, the figure is withheld: an edition never states a
 * number that another one contradicts, and since no shown number was made from a hidden one, none can be worked out.
 *
 * @param seen analysis of the workspace without the hidden fields
 * @param full that of the same workspace with them, by the same codes
 * @param kept figures of the portfolio that are shown in spite of what they rest on
 */
export const withheldAnalysis = (seen: Analysis, full: Analysis, kept: Kept): Analysis => {
  const figure = (id: string, own: Figure | undefined, whole: Figure | undefined): Figure | undefined => {
    if (own !== undefined && whole !== undefined && sameFigure(own, whole)) return own;
    if (whole === undefined) return own;
    return kept(id, whole) ?? withheld(own ?? whole);
  };
  const series = (own: Series | undefined, whole: Series | undefined): Series | undefined =>
    whole === undefined ? own : ofSeries(own, whole);
  const figures: ById<Figure> = {
    get: id => figure(id, seen.figures.get(id), full.figures.get(id)),
    has: id => seen.figures.has(id) || full.figures.has(id),
    keys: () => seen.figures.keys(),
    *values() {
      for (const own of seen.figures.values()) yield figure(own.id, own, full.figures.get(own.id)) ?? own;
    },
  };
  const allSeries: ById<Series> = {
    get: id => series(seen.series.get(id), full.series.get(id)),
    has: id => seen.series.has(id) || full.series.has(id),
    keys: () => seen.series.keys(),
    *values() {
      for (const own of seen.series.values()) yield series(own, full.series.get(own.id)) ?? own;
    },
  };
  const part = (own: Part): Part => ({
    figures: new Map([...own.figures.keys()].map(id => [id, figures.get(id) as Figure])),
    series: new Map([...own.series.keys()].map(id => [id, allSeries.get(id) as Series])),
    makers: own.makers,
  });
  let whole: ReadonlyMap<string, Finding> | undefined;
  // A finding that only follows from what is missing is none.
  const isTrue = (finding: Finding): boolean => {
    whole ??= new Map(full.findings.map(one => [one.id, one]));
    return isSame(finding, whole.get(finding.id));
  };
  return {
    scope: seen.scope,
    get portfolio() {
      return part(seen.portfolio);
    },
    account: id => part(seen.account(id)),
    figures,
    series: allSeries,
    get findings() {
      return seen.findings.filter(isTrue);
    },
    findingsOn: topic => seen.findingsOn(topic).filter(isTrue),
    findingsAbout: kind => seen.findingsAbout(kind).filter(isTrue),
    // What is no finding has no say in what the others ask.
    settle: settleAsks(() => seen.findings.filter(isTrue), soughtOf(seen.scope), seen.scope.reading),
    madeBy: {
      series: { get: id => seen.madeBy.series.get(id) ?? full.madeBy.series.get(id) },
      findings: seen.madeBy.findings,
    },
  };
};

const withheld = ({ id, unit, vocabulary, precision, method, period, polarity }: Figure): Figure => ({
  id,
  unavailable: hidden,
  unit,
  ...(vocabulary === undefined ? {} : { vocabulary }),
  precision,
  method,
  period,
  inputs: [],
  ...(polarity === undefined ? {} : { polarity }),
});

const stated = ({
  value,
  unavailable,
  interval,
  noInterval,
  coverage,
  smallSample,
  assumptions,
}: Figure): unknown => ({
  value,
  unavailable,
  interval,
  noInterval,
  coverage,
  smallSample,
  assumptions: assumptions?.map(({ name, value: used }) => ({ name, value: used })),
});

const sameFigure = (a: Figure, b: Figure): boolean => isSame(stated(a), stated(b));

/**
 * Rows that are the same but for cells that hold a value keep those that agree. Where another row stands in a place, what is left
 * would be a table of something else.
 */
const ofSeries = (own: Series | undefined, whole: Series): Series => {
  if (own !== undefined && isSame(own.rows, whole.rows)) return own;
  const isAlike =
    own !== undefined &&
    own.rows.length === whole.rows.length &&
    own.rows.every((row, place) => isSame(keysOf(row, own), keysOf(whole.rows[place] ?? {}, own)));
  if (!isAlike) return { id: whole.id, columns: whole.columns, rows: [], inputs: [], withheld: true };
  const rows = own.rows.map((row, place) => agreeing(row, whole.rows[place] ?? {}));
  return {
    id: own.id,
    columns: own.columns,
    rows,
    inputs: own.inputs,
    rowInputs: own.rowInputs,
    withheld: true,
  };
};

/** What says which row it is: accounts, people and quarters. */
const keysOf = (row: Row, { columns }: Series): unknown =>
  columns
    .filter(({ kind }) => kind === 'account' || kind === 'person' || kind === 'period')
    .map(({ id }) => row[id]);

const agreeing = (own: Row, whole: Row): Row =>
  Object.fromEntries(
    Object.entries(own).map(([column, cell]) => [column, isSame(cell, whole[column]) ? cell : null]),
  );

/** Equal as data; the same values in the same places. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
