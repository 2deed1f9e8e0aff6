import { methodOf } from '../method.ts';
import { skillFigures } from '../skills/figures.ts';
import { skillFindings } from '../skills/findings.ts';
import { gapSeries, summarySeries, trainingSeries } from '../skills/series.ts';

/** What roles ask for, what people can do, and whether training answers the gaps. */
export const skillsMethod = methodOf(
  {
    id: 'skills',
    section: '2.7',
    literature: [],
    settings: ['skills.required'],
    finds: { everyone: ['skills'], kam: ['kam-skills'] },
  },
  {
    figures: skillFigures,
    series: scope => [...gapSeries(scope), summarySeries(scope), ...trainingSeries(scope)],
    findings: skillFindings,
  },
);
