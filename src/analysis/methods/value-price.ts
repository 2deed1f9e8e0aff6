import { accountValuePriceFigures } from '../account-plan/value-price-figures.ts';
import { valuePriceFindings } from '../account-plan/value-price-findings.ts';
import { accountValuePriceSeries } from '../account-plan/value-price-series.ts';
import { methodOf } from '../method.ts';

/** What an offer is worth to the customer over its next best alternative, and how much of that the price takes. */
export const valuePrice = methodOf(
  {
    id: 'value-price',
    section: '3.3',
    literature: [
      'Forbis, J. L. & Mehta, N. T. (1981): Value-based strategies for industrial products. Business Horizons 24(3).',
    ],
    settings: [],
    finds: { account: ['account'] },
  },
  {
    findings: valuePriceFindings,
    ofAccount: { figures: accountValuePriceFigures, series: accountValuePriceSeries },
  },
);
