import { accountIdentificationFigures } from '../identification/identification-figures.ts';
import { identificationFindings } from '../identification/identification-findings.ts';
import {
  accountIdentificationSeries,
  identificationSeries,
} from '../identification/identification-series.ts';
import { methodOf } from '../method.ts';

/** Which identification criteria each account and prospect meets, with the evidence, and of what type it is. */
export const identificationMethod = methodOf(
  {
    id: 'identification',
    section: '1.1',
    literature: [],
    settings: [
      'scoring.criteria',
      'scoring.identification.met',
      'scoring.identification.highShare',
      'scoring.identification.checks',
    ],
    finds: { everyone: ['identification'] },
    advises: true,
  },
  {
    series: identificationSeries,
    findings: identificationFindings,
    ofAccount: { figures: accountIdentificationFigures, series: accountIdentificationSeries },
  },
);
