import type { Method } from '../method.ts';
import { phaseFigures } from '../programme/phase-figures.ts';
import { phaseFindings } from '../programme/phase-findings.ts';
import { phaseSeries } from '../programme/phase-series.ts';

const id = 'phase';

/** Fit of the five phases of internal relations; the instrument is ours, no published one exists. */
export const phase: Method = {
  id,
  section: '2.4',
  literature: [],
  settings: [
    'phase.gap',
    'phase.notableRise',
    'phase.signals',
    'scoring.keySet.threshold',
    'workspace.basis',
  ],
  finds: { everyone: ['phase'] },
  run: scope => ({
    figures: phaseFigures(scope, id),
    series: phaseSeries(scope),
    findings: phaseFindings(scope),
  }),
};
