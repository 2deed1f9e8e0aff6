import { bridge } from './bridge.ts';
import type { Chart } from './chart.ts';
import { commitment } from './commitment.ts';
import { contributions } from './contributions.ts';
import { coverStripes } from './cover-stripes.ts';
import { criteria } from './criteria.ts';
import { kaism } from './kaism.ts';
import { loss } from './loss.ts';
import { nps } from './nps.ts';
import { phaseFits } from './phase-fits.ts';
import { quarters } from './quarters.ts';
import { ranking } from './ranking.ts';
import { revenueCurve } from './revenue-curve.ts';
import { segments } from './segments.ts';

/** Every chart that a notebook can name. */
export const charts: readonly Chart[] = [
  bridge,
  commitment,
  contributions,
  coverStripes,
  criteria,
  kaism,
  loss,
  nps,
  phaseFits,
  quarters,
  ranking,
  revenueCurve,
  segments,
];

const byName = new Map(charts.map(chart => [chart.name, chart]));

export const chartNamed = (name: string): Chart | undefined => byName.get(name);
