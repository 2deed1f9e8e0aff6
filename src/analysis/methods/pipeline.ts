import { at, type SourceRef } from '../../model/source.ts';
import { type Customer, isKey } from '../customers.ts';
import type { Method } from '../method.ts';
import { wantedCustomers } from '../portfolio/standing.ts';
import { type OpenOpportunity, openOpportunities, pipelineOf } from '../relation/opportunities.ts';
import { pipelineFigures, portfolioPipelineFigures } from '../relation/pipeline-figures.ts';
import { pipelineFindings } from '../relation/pipeline-findings.ts';
import { pipelineByAccount, pipelineSeries } from '../relation/pipeline-series.ts';
import type { Scope } from '../scope.ts';

const id = 'pipeline';

/** Up-sell, cross-sell, renewal, joint growth and new business that are sought, weighted by their probability. */
export const pipeline: Method = {
  id,
  section: '3.6',
  literature: [],
  settings: ['relationship.staleOpportunity', 'workspace.document.dataAsOf'],
  run: scope => {
    const own = ownPipelines(scope);
    const all = own.flatMap(([, opportunities]) => opportunities);
    const growth = all.filter(({ item }) => item.kind !== 'renewal');
    return {
      figures: [
        ...portfolioPipelineFigures(
          scope,
          id,
          pipelineOf(all),
          own.map(([account]) => account),
        ),
        ...pipelineFigures(scope, id, 'portfolio.pipeline.growth', pipelineOf(growth), [
          'portfolio.pipeline.count',
        ]),
        ...own.flatMap(([account, opportunities]) =>
          pipelineFigures(
            scope,
            id,
            `account.${account}.pipeline`,
            pipelineOf(opportunities),
            placesOf(scope, account),
          ),
        ),
      ],
      series: [
        pipelineSeries(scope, 'portfolio.pipeline', all),
        pipelineByAccount(scope),
        ...own.map(([account, opportunities]) =>
          pipelineSeries(scope, `account.${account}.pipeline`, opportunities),
        ),
      ],
      findings: pipelineFindings(scope),
    };
  },
};

/** Where the opportunities of a customer would stand. */
const placesOf = (scope: Scope, account: string): readonly SourceRef[] => {
  const customer = scope.of(customersById).get(account);
  return customer === undefined ? [] : [at(customer.account.source, 'opportunities')];
};

const customersById = (scope: Scope): ReadonlyMap<string, Customer> =>
  new Map(scope.of(wantedCustomers).map(customer => [customer.id, customer]));

/** The customers that have open opportunities, and all key accounts. */
const ownPipelines = (scope: Scope): readonly (readonly [string, readonly OpenOpportunity[]])[] => {
  const keys = new Set(scope.of(wantedCustomers).flatMap(one => (isKey(scope, one) ? [one.id] : [])));
  return [...scope.of(openOpportunities)].filter(
    ([account, opportunities]) => opportunities.length > 0 || keys.has(account),
  );
};
