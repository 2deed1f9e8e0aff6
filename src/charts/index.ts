import { actions } from './actions.ts';
import { adoption } from './adoption.ts';
import { benefits } from './benefits.ts';
import { bridge } from './bridge.ts';
import type { Chart } from './chart.ts';
import { commitment } from './commitment.ts';
import { congruence } from './congruence.ts';
import { contributions } from './contributions.ts';
import { coverStripes } from './cover-stripes.ts';
import { criteria } from './criteria.ts';
import { depth } from './depth.ts';
import { effortSplit } from './effort-split.ts';
import { forecast } from './forecast.ts';
import { incentives } from './incentives.ts';
import { kaism } from './kaism.ts';
import { kpiCostBenefit } from './kpi-cost-benefit.ts';
import { lifetime } from './lifetime.ts';
import { load } from './load.ts';
import { loss } from './loss.ts';
import { nps } from './nps.ts';
import { phaseFits } from './phase-fits.ts';
import { phaseTimeline } from './phase-timeline.ts';
import { pipeline } from './pipeline.ts';
import { problems } from './problems.ts';
import { programmeReturn } from './programme-return.ts';
import { quarters } from './quarters.ts';
import { rankAcceptability } from './rank-acceptability.ts';
import { ranking } from './ranking.ts';
import { relationship } from './relationship.ts';
import { resourceShares } from './resource-shares.ts';
import { revenueCurve } from './revenue-curve.ts';
import { risks } from './risks.ts';
import { scoreChanges } from './score-changes.ts';
import { segmentMigration } from './segment-migration.ts';
import { segments } from './segments.ts';
import { skills } from './skills.ts';
import { skillsHeatmap } from './skills-heatmap.ts';
import { valueChain } from './value-chain.ts';
import { valuePrice } from './value-price.ts';
import { valueRanking } from './value-ranking.ts';
import { whale } from './whale.ts';
import { whitespace } from './whitespace.ts';
import { whitespaceLines } from './whitespace-lines.ts';

/** Every chart that a notebook can name. */
export const charts: readonly Chart[] = [
  actions,
  adoption,
  benefits,
  bridge,
  commitment,
  congruence,
  contributions,
  coverStripes,
  criteria,
  depth,
  effortSplit,
  forecast,
  incentives,
  kaism,
  kpiCostBenefit,
  lifetime,
  load,
  loss,
  nps,
  phaseFits,
  phaseTimeline,
  pipeline,
  problems,
  programmeReturn,
  quarters,
  rankAcceptability,
  ranking,
  relationship,
  resourceShares,
  revenueCurve,
  risks,
  scoreChanges,
  segmentMigration,
  segments,
  skills,
  skillsHeatmap,
  valueChain,
  valuePrice,
  valueRanking,
  whale,
  whitespace,
  whitespaceLines,
];

const byName = new Map(charts.map(chart => [chart.name, chart]));

export const chartNamed = (name: string): Chart | undefined => byName.get(name);
