import { adoption } from './adoption.ts';
import { bridge } from './bridge.ts';
import type { Chart } from './chart.ts';
import { commitment } from './commitment.ts';
import { congruence } from './congruence.ts';
import { contributions } from './contributions.ts';
import { coverStripes } from './cover-stripes.ts';
import { criteria } from './criteria.ts';
import { depth } from './depth.ts';
import { effortSplit } from './effort-split.ts';
import { incentives } from './incentives.ts';
import { kaism } from './kaism.ts';
import { kpiCostBenefit } from './kpi-cost-benefit.ts';
import { load } from './load.ts';
import { loss } from './loss.ts';
import { nps } from './nps.ts';
import { phaseFits } from './phase-fits.ts';
import { phaseTimeline } from './phase-timeline.ts';
import { programmeReturn } from './programme-return.ts';
import { quarters } from './quarters.ts';
import { ranking } from './ranking.ts';
import { revenueCurve } from './revenue-curve.ts';
import { segments } from './segments.ts';
import { skills } from './skills.ts';
import { skillsHeatmap } from './skills-heatmap.ts';

/** Every chart that a notebook can name. */
export const charts: readonly Chart[] = [
  adoption,
  bridge,
  commitment,
  congruence,
  contributions,
  coverStripes,
  criteria,
  depth,
  effortSplit,
  incentives,
  kaism,
  kpiCostBenefit,
  load,
  loss,
  nps,
  phaseFits,
  phaseTimeline,
  programmeReturn,
  quarters,
  ranking,
  revenueCurve,
  segments,
  skills,
  skillsHeatmap,
];

const byName = new Map(charts.map(chart => [chart.name, chart]));

export const chartNamed = (name: string): Chart | undefined => byName.get(name);
