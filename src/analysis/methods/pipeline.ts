import { at } from '../../model/source.ts';
import { type Customer, customerOf, isKey } from '../customers.ts';
import { type Method, onDemand } from '../method.ts';
import { wantedCustomers } from '../portfolio/standing.ts';
import { type OpenOpportunity, openOpportunities, pipelineOf } from '../relation/opportunities.ts';
import { pipelineFigures, portfolioPipelineFigures } from '../relation/pipeline-figures.ts';
import { pipelineFindings } from '../relation/pipeline-findings.ts';
import { pipelineByAccount, pipelineSeries } from '../relation/pipeline-series.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

const id = 'pipeline';

/** Up-sell, cross-sell, renewal, joint growth and new business that are sought, weighted by their probability. */
export const pipeline: Method = {
  id,
  section: '3.6',
  literature: [],
  settings: ['relationship.staleOpportunity', 'workspace.document.dataAsOf'],
  finds: { everyone: ['opportunities'], account: ['pipeline'] },
  run: scope =>
    onDemand({
      figures: () => {
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
      series: () => [
        pipelineSeries(
          scope,
          'portfolio.pipeline',
          scope.of(ownPipelines).flatMap(({ opportunities }) => opportunities),
        ),
        seriesOnDemand('portfolio.pipeline.accounts', () => pipelineByAccount(scope)),
      ],
      findings: () => pipelineFindings(scope),
    }),
  ofAccount: (scope, account) => {
    const own = ownPipeline(scope, account);
    if (own === undefined) return { figures: [], series: [] };
    const { customer, opportunities } = own;
    const prefix = `account.${account}.pipeline`;
    // Where the opportunities of the customer would stand.
    const where = [at(customer.account.source, 'opportunities')];
    return {
      figures: pipelineFigures(scope, id, prefix, pipelineOf(opportunities), where),
      series: [pipelineSeries(scope, prefix, opportunities)],
    };
  },
};

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
