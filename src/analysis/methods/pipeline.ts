import { isKey } from '../customers.ts';
import type { Method } from '../method.ts';
import { wantedCustomers } from '../portfolio/standing.ts';
import { type OpenOpportunity, openOpportunities, pipelineOf } from '../relation/opportunities.ts';
import { pipelineFigures } from '../relation/pipeline-figures.ts';
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
        ...pipelineFigures(scope, id, 'portfolio.pipeline', pipelineOf(all)),
        ...pipelineFigures(scope, id, 'portfolio.pipeline.growth', pipelineOf(growth)),
        ...own.flatMap(([account, opportunities]) =>
          pipelineFigures(scope, id, `account.${account}.pipeline`, pipelineOf(opportunities)),
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

/** The customers that have open opportunities, and all key accounts. */
const ownPipelines = (scope: Scope): readonly (readonly [string, readonly OpenOpportunity[]])[] => {
  const keys = new Set(scope.of(wantedCustomers).flatMap(one => (isKey(scope, one) ? [one.id] : [])));
  return [...scope.of(openOpportunities)].filter(
    ([account, opportunities]) => opportunities.length > 0 || keys.has(account),
  );
};
