import { accountIdentificationFigures } from '../identification/identification-figures.ts';
import { identificationFindings } from '../identification/identification-findings.ts';
import {
  accountIdentificationSeries,
  identificationSeries,
} from '../identification/identification-series.ts';
import type { Method } from '../method.ts';

const id = 'identification';

/** Which identification criteria each account and prospect meets, with the evidence, and of what type it is. */
export const identificationMethod: Method = {
  id,
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
  run: scope => ({
    figures: [],
    series: identificationSeries(scope),
    findings: identificationFindings(scope),
  }),
  ofAccount: (scope, account) => ({
    figures: accountIdentificationFigures(scope, id, account),
    series: accountIdentificationSeries(scope, account),
  }),
};
