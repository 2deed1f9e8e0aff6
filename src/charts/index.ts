import { actions } from './actions.ts';
import { benefits } from './benefits.ts';
import { bridge } from './bridge.ts';
import type { Chart } from './chart.ts';
import { commitment } from './commitment.ts';
import { contributions } from './contributions.ts';
import { coverStripes } from './cover-stripes.ts';
import { criteria } from './criteria.ts';
import { forecast } from './forecast.ts';
import { kaism } from './kaism.ts';
import { lifetime } from './lifetime.ts';
import { loss } from './loss.ts';
import { nps } from './nps.ts';
import { phaseFits } from './phase-fits.ts';
import { pipeline } from './pipeline.ts';
import { problems } from './problems.ts';
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
import { valueChain } from './value-chain.ts';
import { valuePrice } from './value-price.ts';
import { valueRanking } from './value-ranking.ts';
import { whale } from './whale.ts';
import { whitespace } from './whitespace.ts';
import { whitespaceLines } from './whitespace-lines.ts';

/** Every chart that a notebook can name. */
export const charts: readonly Chart[] = [
  actions,
  benefits,
  bridge,
  commitment,
  contributions,
  coverStripes,
  criteria,
  forecast,
  kaism,
  lifetime,
  loss,
  nps,
  phaseFits,
  pipeline,
  problems,
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
  valueChain,
  valuePrice,
  valueRanking,
  whale,
  whitespace,
  whitespaceLines,
];

const byName = new Map(charts.map(chart => [chart.name, chart]));

export const chartNamed = (name: string): Chart | undefined => byName.get(name);
