import { methodOf } from '../method.ts';
import { phaseFigures } from '../programme/phase-figures.ts';
import { phaseFindings } from '../programme/phase-findings.ts';
import { phaseSeries } from '../programme/phase-series.ts';

/** Fit of the five phases of internal relations; the instrument is ours, no published one exists. */
export const phase = methodOf(
  {
    id: 'phase',
    section: '2.4',
    literature: [],
    settings: [
      'phase.gap',
      'phase.notableRise',
      'phase.holdsFrom',
      'phase.signals',
      'scoring.keySet.threshold',
      'workspace.basis',
    ],
    finds: { everyone: ['phase'] },
  },
  {
    figures: phaseFigures,
    series: phaseSeries,
    findings: phaseFindings,
  },
);
