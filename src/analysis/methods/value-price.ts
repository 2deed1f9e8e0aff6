import { accountValuePriceFigures } from '../account-plan/value-price-figures.ts';
import { valuePriceFindings } from '../account-plan/value-price-findings.ts';
import { accountValuePriceSeries } from '../account-plan/value-price-series.ts';
import type { Method } from '../method.ts';

const id = 'value-price';

/** What an offer is worth to the customer over its next best alternative, and how much of that the price takes. */
export const valuePrice: Method = {
  id,
  section: '3.3',
  literature: [
    'Forbis, J. L. & Mehta, N. T. (1981): Value-based strategies for industrial products. Business Horizons 24(3).',
  ],
  settings: [],
  finds: { account: ['account'] },
  run: scope => ({ figures: [], series: [], findings: valuePriceFindings(scope) }),
  ofAccount: (scope, account) => ({
    figures: accountValuePriceFigures(scope, id, account),
    series: accountValuePriceSeries(scope, account),
  }),
};
