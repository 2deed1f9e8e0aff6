import { customerOutcomes, goalsDue } from '../kpi/customer-outcomes.ts';
import { kpiDefinitions } from '../kpi/definitions.ts';
import { kpiParts } from '../kpi/figures.ts';
import { goalFindings } from '../kpi/goal-findings.ts';
import { hoursSpent, inputOutputSeries, reviewCount } from '../kpi/inputs-outputs.ts';
import { outboundContacts } from '../kpi/interaction.ts';
import { serviceMet } from '../kpi/service.ts';
import { methodOf } from '../method.ts';

/** Goals of customers met, of those due; and what each key account manager puts in beside what comes out. */
export const kpiCustomerOutcomes = methodOf(
  {
    id: 'kpi-customer-outcomes',
    section: '4.4',
    literature: [
      'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
    ],
    settings: [
      'workspace.fiscalYearStart',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
    finds: { account: ['account'] },
  },
  {
    ...kpiParts(['customer-outcomes']),
    series: scope => [
      inputOutputSeries(scope, {
        hours: hoursSpent,
        outbound: outboundContacts,
        reviews: reviewCount,
        goalsDue,
        'customer-outcomes': customerOutcomes,
        serviceMet,
        'net-revenue-retention': kpiDefinitions['net-revenue-retention'].measure,
      }),
    ],
    findings: goalFindings,
  },
);
