import type { StageCriterion } from '../../model/adoption.ts';
import type { FigureInput, Unavailable, Unit } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import { withInputs } from '../inputs.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { adoptionMeasureDefinitions } from './adoption-measures.ts';
import { latestOf } from './quarters.ts';

export type CriterionState = 'met' | 'not-met' | 'open';

/** A criterion of a stage, judged by a person or held against a measure of the programme. */
export interface CriterionReading {
  readonly criterion: StageCriterion;
  /** Open where nobody has judged it yet, or the measure is not available. */
  readonly state: CriterionState;
  /** Day it was judged; of a measure, the last one of the quarter it was taken at. */
  readonly date?: string;
  readonly evidence?: LocalizedText;
  /** Value of the measure, where it is computed and available. */
  readonly value?: number;
  readonly unavailable?: Unavailable;
  readonly unit?: Unit;
  readonly precision?: number;
  /** Where it is declared. */
  readonly source: SourceRef;
  readonly inputs: readonly FigureInput[];
}

export const criterionReading = (
  scope: Scope,
  criterion: StageCriterion,
  source: SourceRef,
): CriterionReading =>
  criterion.kind === 'judged' ? judged(scope, criterion, source) : computed(scope, criterion, source);

const judged = (
  { period }: Scope,
  criterion: Extract<StageCriterion, { kind: 'judged' }>,
  source: SourceRef,
): CriterionReading => {
  const quarter = latestOf(criterion.judgements, period);
  const judgement = quarter === undefined ? undefined : criterion.judgements[quarter];
  if (quarter === undefined || judgement === undefined)
    return { criterion, state: 'open', source, inputs: [at(source, 'text')] };
  const { state, date, evidence } = judgement;
  return {
    criterion,
    state,
    date,
    source,
    ...(evidence === undefined ? {} : { evidence }),
    inputs: [at(source, 'judgements', quarter, 'state')],
  };
};

const computed = (
  scope: Scope,
  criterion: Extract<StageCriterion, { kind: 'computed' }>,
  source: SourceRef,
): CriterionReading => {
  const { atLeast, atMost } = criterion;
  const { measure, unit, precision } = adoptionMeasureDefinitions[criterion.measure];
  const measured = measure(scope);
  const { value, unavailable } = measured;
  const limits = [
    ...(atLeast === undefined ? [] : [at(source, 'atLeast')]),
    ...(atMost === undefined ? [] : [at(source, 'atMost')]),
  ];
  const common = { criterion, unit, precision, source };
  const inputs = (): readonly FigureInput[] => [...limits, ...measured.inputs];
  if (value === undefined)
    return withInputs(inputs, {
      ...common,
      state: 'open',
      unavailable: unavailable ?? { code: 'not-recorded' },
    });
  const met = (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
  return withInputs(inputs, { ...common, state: met ? 'met' : 'not-met', value, date: lastDay(scope) });
};

/** Criteria that are met, of all. */
export const metOf = (
  criteria: readonly CriterionReading[],
): { readonly n: number; readonly of: number } => ({
  n: criteria.filter(({ state }) => state === 'met').length,
  of: criteria.length,
});
