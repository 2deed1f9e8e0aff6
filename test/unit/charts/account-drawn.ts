import type { ChartInput } from '../../../src/charts/chart.ts';
import type { Series } from '../../../src/model/series.ts';
import { svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';

/** The account of whom the charts of these tests are. */
export const account = 'cabriel';

export const input = (series: readonly Series[], width = 495): ChartInput =>
  inputOf(analysisOf(...series), { account, width });

export const textsFrom = async (
  name: string,
  series: readonly Series[],
  options: object = {},
  width = 495,
): Promise<readonly string[]> => textsOf(await svgOf(name, input(series, width), options));

/** A name that no column has room for. */
export const long = (index: number): string =>
  `Sociedad Explotadora de Tratamientos Integrales número ${String(index).padStart(5, '0')}`;
