import type { ChartInput } from './chart.ts';
import { codeIn, flagIn, numberIn, rowsOf } from './read.ts';
import { roomFor } from './row-ground.ts';

/** One account of the points table. */
export interface Ranked {
  /** Its row of the points table; undefined where it is not in it. */
  readonly of?: number;
  readonly account: string;
  readonly name: string;
  /** Missing where a rating is missing: then only the possible interval is known. */
  readonly score: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly prior: number | undefined;
  readonly inKeySet: boolean;
  /** Whether its missing ratings may still carry it over the threshold, or keep it below. */
  readonly perhaps: boolean;
  readonly key: boolean;
}

export const rankingSeries = 'portfolio.ranking';

/** The accounts of the points table that have a score or at least an interval, best first. */
export const rankedOf = (input: ChartInput): Ranked[] =>
  rowsOf(input, rankingSeries).flatMap((row, of): Ranked[] => {
    const [score, low, high] = ['score', 'low', 'high'].map(column => numberIn(row, column));
    if (score === undefined && (low === undefined || high === undefined)) return [];
    const account = codeIn(row, 'account');
    return [
      {
        of,
        account,
        name: input.names.shortAccount(account),
        score,
        low,
        high,
        prior: numberIn(row, 'scorePrior'),
        inKeySet: flagIn(row, 'inKeySet'),
        perhaps: codeIn(row, 'keySetAnswer') === 'perhaps',
        key: flagIn(row, 'key'),
      },
    ];
  });

/** Ends of the axis of scores, the threshold among them. */
export const scoreDomain = (shown: readonly Ranked[], threshold: number | undefined): [number, number] => {
  const values = shown.flatMap(({ score, low, high, prior }) =>
    [score, low, high, prior].flatMap(value => value ?? []),
  );
  const all = [...values, ...(threshold === undefined ? [] : [threshold])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = Math.max((most - least) * 0.04, 0.1);
  return [least - room, most + room];
};

/** What is said of an account at the right of its row: where the points table and the programme disagree, or may come to. */
export const remarkOn = ({
  key,
  inKeySet,
  perhaps,
}: Ranked): 'notAdmitted' | 'admissible' | 'perhapsAdmissible' | undefined => {
  if (key) return inKeySet ? undefined : 'notAdmitted';
  if (perhaps) return 'perhapsAdmissible';
  return inKeySet ? 'admissible' : undefined;
};

/** Room for the words at the right of the rows where the points table and the programme disagree. */
export const remarkRoom = ({ locale }: ChartInput, shown: readonly Ranked[]): number =>
  shown.some(one => remarkOn(one) !== undefined)
    ? roomFor(
        ['notAdmitted', 'admissible', 'perhapsAdmissible'].map(word => locale.t(`charts.ranking.${word}`)),
        600,
      )
    : 0;

/** Two decimals on a scale of ten, one on longer ones. */
export const scoreNumber = (input: ChartInput): ((value: number) => string) => {
  const precision = scorePrecision(input);
  return value => input.locale.number(value, { precision });
};

/** Decimals of a score. */
export const scorePrecision = ({ analysis }: Pick<ChartInput, 'analysis'>): number =>
  (analysis.scope.workspace.program.scoring?.scale.max ?? 10) > 10 ? 1 : 2;

/** Both ends of the scale of points, as text. */
export const scaleText = ({ analysis, locale }: ChartInput): { low: string; high: string } => {
  const { min, max } = analysis.scope.workspace.program.scoring?.scale ?? { min: 1, max: 10 };
  return { low: locale.number(min, { precision: 0 }), high: locale.number(max, { precision: 0 }) };
};
