import type {
  Assumption,
  Coverage,
  FigureInput,
  Interval,
  Unavailable,
  Unit,
} from '../../../model/figure.ts';
import type { Formula } from '../../../model/formula.ts';
import type { Customer } from '../../customers.ts';
import { type Inputs, withInputs } from '../../inputs.ts';
import type { Scope } from '../../scope.ts';

/** Signals that a customer may leave (domain 3.9), in the order in which they are shown. */
export const warningSignals = [
  'silence',
  'falling-orders',
  'open-complaints',
  'sponsor-left',
  'contract-end',
  'low-nps',
] as const;
export type WarningSignal = (typeof warningSignals)[number];

/** As it is printed before the cut. */
type Bound = '<' | '≤' | '≥' | '>';

/** One signal for one customer. `unknown`: nobody records what it rests on. */
export interface Warning {
  readonly signal: WarningSignal;
  readonly state: 'raised' | 'clear' | 'unknown';
  /** Clear although the value lies beyond the cut: what is found is being dealt with. */
  readonly underWay?: true;
  /** What of two things it was measured by, where it can be either. */
  readonly by?: 'revenue' | 'orders';
  /** What was found, in the unit of the signal; absent where there is nothing to measure. */
  readonly value?: number;
  /** Why there is no value. */
  readonly unavailable?: Unavailable;
  readonly unit: Unit;
  readonly precision: number;
  /** How the value stands to the cut where it warns. */
  readonly bound: Bound;
  /** Where the warning begins, in the same unit. */
  readonly cut: number;
  readonly inputs: readonly FigureInput[];
  /** How the value follows from the inputs. */
  readonly formula?: Formula;
  readonly assumptions: readonly Assumption[];
  readonly sample?: number;
  readonly interval?: Interval;
  readonly coverage?: Coverage;
}

export type WarningCheck = (scope: Scope, customer: Customer) => Warning;

type Found = Pick<Warning, 'formula' | 'sample' | 'interval' | 'coverage' | 'by'> & {
  readonly value: number;
};
/** What a signal says of every customer alike. */
export type Frame = Pick<Warning, 'signal' | 'unit' | 'precision' | 'bound' | 'cut' | 'assumptions'>;

const warnsAt: Readonly<Record<Bound, (value: number, cut: number) => boolean>> = {
  '<': (value, cut) => value < cut,
  '≤': (value, cut) => value <= cut,
  '≥': (value, cut) => value >= cut,
  '>': (value, cut) => value > cut,
};

export const judged = (frame: Frame, inputs: Inputs, found: Found): Warning =>
  withInputs(inputs, {
    ...frame,
    ...found,
    state: warnsAt[frame.bound](found.value, frame.cut) ? 'raised' : 'clear',
  });

export const notKnown = (frame: Frame, code: string, inputs: Inputs): Warning =>
  withInputs(inputs, { ...frame, state: 'unknown', unavailable: { code } });
