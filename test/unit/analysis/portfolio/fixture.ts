import { analyze } from '../../../../src/analysis/analyze.ts';
import type { Method, Results } from '../../../../src/analysis/method.ts';
import { createScope, type Scope } from '../../../../src/analysis/scope.ts';
import type { Figure } from '../../../../src/model/figure.ts';
import type { Series } from '../../../../src/model/series.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

export const scopeOf = (input: WorkspaceInput, period = '2026-Q3'): Scope =>
  createScope(workspaceOf(input), period);

/** One method's results, addressed by id. */
export const runMethod = (
  method: Method,
  input: WorkspaceInput,
  period = '2026-Q3',
): {
  readonly results: Results;
  figure(id: string): Figure;
  series(id: string): Series;
  finding(code: string): Results['findings'][number] | undefined;
} => {
  const analysis = analyze(workspaceOf(input), period, [method]);
  const found = <T>(value: T | undefined, id: string): T => {
    if (value === undefined) throw new Error(`The method ${method.id} gave no ${id}`);
    return value;
  };
  return {
    results: {
      figures: [...analysis.figures.values()],
      series: [...analysis.series.values()],
      findings: analysis.findings,
    },
    figure: id => found(analysis.figures.get(id), id),
    series: id => found(analysis.series.get(id), id),
    finding: code => analysis.findings.find(finding => finding.code === code),
  };
};

/** Accounts with revenue in one quarter of this year and, where given, of the year before. */
export const accountsWith = (
  revenue: Readonly<Record<string, readonly [current?: number | undefined, prior?: number | undefined]>>,
): NonNullable<WorkspaceInput['accounts']> =>
  Object.fromEntries(
    Object.entries(revenue).map(([id, [current, prior]]) => [
      id,
      {
        history: {
          ...(current === undefined ? {} : { '2026-Q3': { revenue: current } }),
          ...(prior === undefined ? {} : { '2025-Q3': { revenue: prior } }),
        },
      },
    ]),
  );

/** Revenue of January to September of the specimen report, in thousands: [2026, 2025]. */
export const specimen: Readonly<Record<string, readonly [number, number?]>> = {
  palancia: [12_480, 11_310],
  maestrat: [7_960, 8_415],
  montgo: [6_215, 5_480],
  serpis: [4_870, 4_325],
  clariano: [4_105, 4_260],
  'jucar-sur': [3_515, 3_015],
  cabriel: [2_985, 2_410],
  'alto-magro': [2_640, 2_495],
  irati: [2_310, 2_890],
  requena: [1_985, 2_120],
  'delta-ebro': [1_745, 1_385],
  mijares: [1_465, 1_390],
  'mancha-este': [1_240, 1_095],
  penagolosa: [1_120, 1_460],
  vinalopo: [965, 910],
  safor: [880, 845],
  albaida: [745, 690],
  'bajo-cinca': [690],
  turolenses: [610, 1_240],
  utiel: [540, 495],
  'rambla-honda': [455, 470],
  calderona: [390, 365],
  'turia-alto': [280, 305],
  alcalaten: [85, 640],
};
export const specimenKeys = [
  'palancia',
  'maestrat',
  'montgo',
  'serpis',
  'clariano',
  'jucar-sur',
  'cabriel',
  'alto-magro',
];

export const specimenAccounts = (): NonNullable<WorkspaceInput['accounts']> =>
  Object.fromEntries(
    Object.entries(accountsWith(specimen)).map(([id, account]) => [
      id,
      specimenKeys.includes(id) ? { ...account, key: [{ from: '2024-Q1' }] } : account,
    ]),
  );
