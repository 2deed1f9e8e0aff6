import type { Locale } from '../locale/locale.ts';
import { type PeriodId, yearOf } from '../model/period.ts';
import type { Layer, Layers } from './layers.ts';
import { colours } from './theme.ts';

interface PeriodPlace {
  /** Over a horizontal axis on which the nth quarter, from zero, has its middle at n + ½ + `from`. */
  readonly layers: Layers;
  /** Pixels from one quarter to the next. */
  readonly pitch: number;
  /** Vertical place of the quarters, as a value of the axis; the years stand 12 pixels below. */
  readonly below: number;
  /** Horizontal place of the left edge of the first quarter; 0 by default. */
  readonly from?: number;
}

/** Pixels that a quarter and a year need. */
const quarterRoom = 17;
const yearRoom = 26;

/** Quarters under the axis, each or every second one as the width allows, the last one always; the year below its first. */
export const periodAxis = (
  locale: Locale,
  periods: readonly PeriodId[],
  { layers, pitch, below, from = 0 }: PeriodPlace,
): Layer[] => {
  const step = Math.max(1, Math.ceil(quarterRoom / pitch));
  const shown = periods
    .map((period, index) => ({ period, index }))
    .filter(({ index }) => (periods.length - 1 - index) % step === 0);
  const years = shown.filter(
    ({ period }, order) => order === 0 || yearOf(shown[order - 1]?.period ?? '') !== yearOf(period),
  );
  const roomy = years.filter(
    ({ index }, order) =>
      order === years.length - 1 || ((years[order + 1]?.index ?? 0) - index) * pitch >= yearRoom,
  );
  const at = (index: number) => ({ x: from + index + 0.5, y: below });
  return [
    layers.texts(
      shown.map(({ period, index }) => ({ ...at(index), text: locale.quarter(period) })),
      { align: 'center', color: colours.ink2 },
    ),
    layers.texts(
      roomy.map(({ period, index }) => ({ ...at(index), text: String(yearOf(period)) })),
      { align: 'center', dy: 12, weight: 600 },
    ),
  ];
};
