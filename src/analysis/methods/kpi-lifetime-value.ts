import { descriptionOf, kpiFigures } from '../kpi/figures.ts';
import { averageLifetime, retentionMultiple } from '../kpi/lifetime-value.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';

const id = 'kpi-lifetime-value';

/** Customer lifetime value: revenue undiscounted, and beside it margin discounted with retention. */
export const kpiLifetimeValue: Method = {
  id,
  section: '4.1',
  literature: [
    'Gupta, S. & Lehmann, D. R. (2003). Customers as assets. Journal of Interactive Marketing 17(1).',
  ],
  settings: ['kpis.discountRate', 'workspace.rates', 'workspace.fiscalYearStart'],
  run: scope => {
    const make = figuresOf(id, scope.period);
    const lifetime = scope.of(averageLifetime);
    const multiple = scope.of(retentionMultiple);
    return {
      figures: [
        ...kpiFigures(scope, id, ['clv', 'clv-margin']),
        make(
          'kpi.clv.lifetime',
          lifetime.value ?? lifetime.unavailable,
          'years',
          1,
          lifetime.inputs,
          descriptionOf(scope, lifetime),
        ),
        make(
          'kpi.clv-margin.multiple',
          multiple.value ?? multiple.unavailable,
          'multiple',
          2,
          multiple.inputs,
          descriptionOf(scope, multiple),
        ),
      ],
      series: [],
      findings: [],
    };
  },
};
