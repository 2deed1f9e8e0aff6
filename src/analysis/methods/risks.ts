import { customers, isKey } from '../customers.ts';
import type { Method } from '../method.ts';
import { portfolioRiskFigures, riskFigures } from '../relation/risk-figures.ts';
import { riskFindings } from '../relation/risk-findings.ts';
import { portfolioRisks, riskMatrix } from '../relation/risk-series.ts';
import { assessedRisks } from '../relation/risks.ts';

const id = 'risks';

/** Risks by probability and impact, who answers for them, and when they are looked at again. */
export const risks: Method = {
  id,
  section: '3.9',
  literature: [],
  settings: ['relationship.riskProbability', 'relationship.riskImpact', 'workspace.document.dataAsOf'],
  run: scope => {
    const assessed = scope.of(assessedRisks);
    const recording = scope
      .of(customers)
      .filter(customer => isKey(scope, customer) || (assessed.get(customer.id)?.length ?? 0) > 0);
    return {
      figures: [
        ...portfolioRiskFigures(scope, id),
        ...recording.flatMap(customer => riskFigures(scope, id, customer, assessed.get(customer.id) ?? [])),
      ],
      series: [portfolioRisks(scope), riskMatrix(scope)],
      findings: riskFindings(scope),
    };
  },
};
