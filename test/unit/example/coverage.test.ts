import { describe, expect, it } from 'vitest';
import { genericId } from '../../../src/analysis/generic-id.ts';
import type { Figure } from '../../../src/model/figure.ts';
import type { Formula } from '../../../src/model/formula.ts';
import { analysis } from './example.ts';

/** Whether some records are added up or averaged; what is counted, or the least of them, is not missing a part. */
const addsUp = (formula: Formula): boolean => {
  switch (formula.kind) {
    case 'aggregate':
      return !['count', 'min', 'max'].includes(formula.of);
    case 'binary':
      return addsUp(formula.left) || addsUp(formula.right);
    case 'call':
      return formula.parts.some(addsUp);
    default:
      return false;
  }
};

const isAggregated = ({ value, inputs, formula }: Figure): boolean =>
  typeof value === 'number' && inputs.length > 1 && formula !== undefined && addsUp(formula);

/** Sums of which nothing can be missing. */
const whole: readonly (readonly [id: RegExp, why: string])[] = [
  [/^account\.\*\.score\.(criterion|movement)/, 'parts of a score, which carries the coverage'],
  [/^account\.\*\.plan\.criterion-then\./, 'the same, as it was'],
  [/^portfolio\.robustness\.weight\./, 'weights that the workspace declares'],
  [/^portfolio\.(actions\.open|pipeline\.count|risks\.uncontrolled)$/, 'counts of registers'],
];

describe('coverage (domain: wherever something is aggregated)', () => {
  it('stands beside every sum and mean over more than one record', () => {
    const without = [...analysis.figures.values()]
      .filter(figure => isAggregated(figure) && figure.coverage === undefined)
      .map(({ id }) => genericId(id))
      .filter(id => !whole.some(([known]) => known.test(id)));
    expect([...new Set(without)].sort()).toEqual([]);
  });

  it('has no exception that nobody needs', () => {
    const ids = [...analysis.figures.values()]
      .filter(figure => isAggregated(figure) && figure.coverage === undefined)
      .map(({ id }) => genericId(id));
    for (const [known] of whole) expect(ids.some(id => known.test(id))).toBe(true);
  });

  it.each([
    'portfolio.revenue.change',
    'portfolio.revenue.change-amount',
    'account.siderurgica-palancia.revenue-change',
    'account.siderurgica-palancia.loss.revenue-after',
    'account.siderurgica-palancia.loss.revenue-drop',
    'account.siderurgica-palancia.loss.hhi-after',
    'account.siderurgica-palancia.loss.top1-after',
    'portfolio.rationalisation.multiple.revenue',
    'kpi.clv-margin.retention',
    'kpi.clv-margin.multiple',
    'kpi.nps.margin',
    'kpi.organic-growth.new-to-repeat',
    'kam.nuria-alapont.output.growth',
  ])('is carried on to what is made of sums: %s', id => {
    expect(analysis.figures.get(id)?.coverage?.of).toBeGreaterThan(0);
  });
});
