import type { Opportunity } from '../../model/account-activity.ts';
import type { Row, Series } from '../../model/series.ts';
import type { SourceRef } from '../../model/source.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { type OpenOpportunity, openOpportunities, type Pipeline, pipelineOf } from './opportunities.ts';

const kinds: readonly Opportunity['kind'][] = ['renewal', 'new', 'up-sell', 'cross-sell', 'joint-growth'];
const stages: readonly Opportunity['stage'][] = ['open', 'prospecting'];

/** Open opportunities by kind and stage. */
export const pipelineSeries = (
  scope: Scope,
  id: string,
  opportunities: readonly OpenOpportunity[],
): Series => {
  const groups = kinds.flatMap(kind =>
    stages.flatMap(stage => {
      const members = opportunities.filter(({ item }) => item.kind === kind && item.stage === stage);
      return members.length === 0 ? [] : [{ kind, stage, pipeline: pipelineOf(members) }];
    }),
  );
  return {
    id,
    columns: [
      column.term('kind', 'opportunity'),
      column.term('stage', 'opportunity-stage'),
      column.count('opportunities'),
      column.amount(scope, 'value'),
      column.amount(scope, 'weighted'),
      column.count('n'),
      column.count('of'),
      column.count('undecided'),
    ],
    rows: groups.map(({ kind, stage, pipeline }) => ({ kind, stage, ...cellsOf(pipeline) })),
    get rowInputs() {
      return groups.map(({ pipeline }) => sourcesOf(pipeline));
    },
    get inputs() {
      return opportunities.map(({ source }) => source);
    },
  };
};

const sourcesOf = ({ opportunities }: Pipeline): SourceRef[] => opportunities.map(({ source }) => source);

const cellsOf = (pipeline: Pipeline): Row => ({
  opportunities: pipeline.count,
  value: column.moneyCell(pipeline.value),
  weighted: column.moneyCell(pipeline.weighted),
  n: pipeline.weightable.n,
  of: pipeline.weightable.of,
  undecided: pipeline.count > 0 && pipeline.dated.n === 0 ? null : pipeline.overdue,
});

/** `portfolio.pipeline.accounts`: the pipeline of each customer that has one, the largest weighted one first. */
export const pipelineByAccount = (scope: Scope): Series => {
  const groups = [...scope.of(openOpportunities)]
    .filter(([, opportunities]) => opportunities.length > 0)
    .map(([account, opportunities]) => ({ account, pipeline: pipelineOf(opportunities) }))
    .sort((a, b) => (b.pipeline.weighted?.toNumber() ?? -1) - (a.pipeline.weighted?.toNumber() ?? -1));
  const shown = (name: string): string => `account.{account}.pipeline.${name}`;
  return {
    id: 'portfolio.pipeline.accounts',
    columns: [
      column.account,
      column.shows(column.count('opportunities'), shown('count')),
      column.shows(column.amount(scope, 'value'), shown('value')),
      column.shows(column.amount(scope, 'weighted'), shown('weighted')),
      column.count('n'),
      column.count('of'),
      column.shows(column.count('undecided'), shown('overdue')),
    ],
    rows: groups.map(({ account, pipeline }) => ({ account, ...cellsOf(pipeline) })),
    get rowInputs() {
      return groups.map(({ pipeline }) => sourcesOf(pipeline));
    },
    get inputs() {
      return groups.flatMap(({ account }) => [`account.${account}.pipeline.value`]);
    },
  };
};
