import type { Method } from '../method.ts';
import { skillFigures } from '../skills/figures.ts';
import { skillFindings } from '../skills/findings.ts';
import { gapSeries, summarySeries, trainingSeries } from '../skills/series.ts';

const id = 'skills';

/** What roles ask for, what people can do, and whether training answers the gaps. */
export const skillsMethod: Method = {
  id,
  section: '2.7',
  literature: [],
  settings: ['skills.required'],
  finds: { everyone: ['skills'], kam: ['kam-skills'] },
  run: scope => ({
    figures: skillFigures(scope, id),
    series: [...gapSeries(scope), summarySeries(scope), ...trainingSeries(scope)],
    findings: skillFindings(scope),
  }),
};
