import { at } from '../../model/source.ts';
import { type Customer, customerOf, isKey } from '../customers.ts';
import { methodOf } from '../method.ts';
import { wantedCustomers } from '../portfolio/standing.ts';
import { type OpenOpportunity, openOpportunities, pipelineOf } from '../relation/opportunities.ts';
import { pipelineFigures, portfolioPipelineFigures } from '../relation/pipeline-figures.ts';
import { pipelineFindings } from '../relation/pipeline-findings.ts';
import { pipelineByAccount, pipelineSeries } from '../relation/pipeline-series.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

const id = 'pipeline';

/** Up-sell, cross-sell, renewal, joint growth and new business that are sought, weighted by their probability. */
export const pipeline = methodOf(
  {
    id,
    section: '3.6',
    literature: [],
    settings: ['relationship.staleOpportunity', 'workspace.document.dataAsOf'],
    finds: { everyone: ['opportunities'], account: ['pipeline'] },
  },
  {
    figures: scope => {
      const own = scope.of(ownPipelines);
      const all = own.flatMap(({ opportunities }) => opportunities);
      const growth = all.filter(({ item }) => item.kind !== 'renewal');
      return [
        ...portfolioPipelineFigures(
          scope,
          id,
          pipelineOf(all),
          own.map(({ customer }) => customer.id),
        ),
        ...pipelineFigures(scope, id, 'portfolio.pipeline.growth', pipelineOf(growth), [
          'portfolio.pipeline.count',
        ]),
      ];
    },
    series: scope => [
      pipelineSeries(
        scope,
        'portfolio.pipeline',
        scope.of(ownPipelines).flatMap(({ opportunities }) => opportunities),
      ),
      seriesOnDemand(scope, 'portfolio.pipeline.accounts', () => pipelineByAccount(scope)),
    ],
    findings: pipelineFindings,
    ofAccount: {
      figures: (scope, method, account) => {
        const own = ownPipeline(scope, account);
        if (own === undefined) return [];
        const { customer, opportunities } = own;
        // Where the opportunities of the customer would stand.
        const where = [at(customer.account.source, 'opportunities')];
        return pipelineFigures(scope, method, prefixOf(account), pipelineOf(opportunities), where);
      },
      series: (scope, account) => {
        const own = ownPipeline(scope, account);
        return own === undefined ? [] : [pipelineSeries(scope, prefixOf(account), own.opportunities)];
      },
    },
  },
);

const prefixOf = (account: string): string => `account.${account}.pipeline`;

interface OwnPipeline {
  readonly customer: Customer;
  readonly opportunities: readonly OpenOpportunity[];
}

const ownPipelines = (scope: Scope): readonly OwnPipeline[] =>
  scope.of(wantedCustomers).flatMap(({ id: account }) => ownPipeline(scope, account) ?? []);

/** The open opportunities of a customer that has some, and of every key account; undefined for others. */
const ownPipeline = (scope: Scope, account: string): OwnPipeline | undefined => {
  const customer = customerOf(scope, account);
  const opportunities = scope.of(openOpportunities).get(account);
  if (customer === undefined || opportunities === undefined) return undefined;
  return opportunities.length > 0 || isKey(scope, customer) ? { customer, opportunities } : undefined;
};
