import type { Hypothesis } from '../../model/adoption.ts';
import type { PeriodId } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Scope } from '../scope.ts';
import { latestOf } from './quarters.ts';

export const hypothesisStates = ['supported', 'rejected', 'open'] as const;
export type HypothesisState = (typeof hypothesisStates)[number];

/** A hypothesis with the verdict that holds in the period; open where there is none. */
export interface HypothesisReading {
  readonly hypothesis: Hypothesis;
  readonly state: HypothesisState;
  /** Quarter of the verdict. */
  readonly judged?: PeriodId;
  readonly date?: string;
  readonly evidence?: LocalizedText;
  readonly source: SourceRef;
}

export const hypothesisReading = (
  { period }: Scope,
  hypothesis: Hypothesis,
  source: SourceRef,
): HypothesisReading => {
  const judged = latestOf(hypothesis.verdicts, period);
  const verdict = judged === undefined ? undefined : hypothesis.verdicts[judged];
  if (judged === undefined || verdict === undefined) return { hypothesis, state: 'open', source };
  const { state, date, evidence } = verdict;
  return {
    hypothesis,
    state,
    judged,
    date,
    ...(evidence === undefined ? {} : { evidence }),
    source: at(source, 'verdicts', judged, 'state'),
  };
};
