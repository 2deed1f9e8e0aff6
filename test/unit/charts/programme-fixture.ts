import type { Column, Row, Series } from '../../../src/model/series.ts';
import { euros, seriesOf } from './fixture.ts';

const term = (id: string, vocabulary: string): Column => ({ id, kind: 'term', vocabulary });

export const trail = (): Series =>
  seriesOf(
    'programme.commitment.trail',
    [],
    (
      [
        ['2024-Q4', 0.08, 0.22, 'D'],
        ['2025-Q1', 0.08, 0.33, 'D'],
        ['2025-Q2', 0.12, 0.43, 'D'],
        ['2025-Q3', 0.12, 0.51, 'B'],
        ['2025-Q4', 0.165, 0.56, 'B'],
        ['2026-Q1', 0.205, 0.6, 'B'],
        ['2026-Q2', 0.248, 0.61, 'B'],
        ['2026-Q3', 0.333, 0.58, 'A'],
      ] as const
    ).map(([period, breadth, depth, archetype]) => ({
      period,
      breadth,
      depth,
      archetype,
      structures: depth + 0.1,
      systems: depth - 0.15,
      people: depth,
      finance: depth + 0.05,
    })),
  );

export const fits = (): Series =>
  seriesOf(
    'programme.phase.fits',
    [term('phase', 'phase')],
    (
      [
        ['inception', 0.18, 0.22],
        ['uncertainty', 0.46, 0.49],
        ['momentum', 0.71, 0.66],
        ['success', 0.38, 0.35],
        ['cost-of-doing-business', 0.52, 0.41],
      ] as const
    ).map(([phase, fit, prior]) => ({ phase, fit, prior })),
  );

export const criteriaOf = (account: string): Series =>
  seriesOf(
    `account.${account}.criteria`,
    [],
    (
      [
        ['Volumen de ingresos', 20, 6.1, 5.6],
        ['Potencial de ingresos', 20, 8.8, 8.8],
        ['Sostenibilidad', 15, 8.2, 7.9],
        ['Ajuste al perfil ideal', 15, 9.0, null],
        ['Valor estratégico', 15, null, 8.0],
        ['Coste de servicio (inv.)', 15, 6.4, 7.1],
      ] as const
    ).map(([criterion, weight, points, pointsPrior]) => ({ criterion, weight, points, pointsPrior })),
  );

export const npsHistory = (): Series =>
  seriesOf(
    'kpi.nps.history',
    [],
    [24, 22, 27, 29, 30, 33, 34, 39].map((nps, index) => ({
      period: `${2024 + Math.floor((index + 3) / 4)}-Q${((index + 3) % 4) + 1}`,
      nps,
      low: nps - 26 + index / 2,
      high: nps + 22 - index / 2,
      n: 41,
    })),
  );

export const bridgeSeries = (scale = 1e6): Series =>
  seriesOf(
    'portfolio.bridge',
    [term('step', 'bridge'), euros('amount')],
    (
      [
        ['prior', 58, 0, 58],
        ['new', 0.7, 58, 58.7],
        ['expansion', 4.5, 58.7, 63.2],
        ['contraction', -2.3, 63.2, 60.9],
        ['lost', -0.6, 60.9, 60.3],
        ['current', 60.3, 0, 60.3],
      ] as const
    ).map(([step, amount, from, to]) => ({
      step,
      amount: amount * scale,
      from: from * scale,
      to: to * scale,
    })),
  );

export const lossSeries = (revenues: readonly (readonly [string, number])[], total = 60.275e6): Series =>
  seriesOf(
    'portfolio.loss',
    [euros('revenue')],
    revenues.map(([account, revenue]) => ({
      account,
      revenue,
      revenueAfter: total - revenue,
      revenueDrop: revenue / total,
    })),
  );

export const segmentSeries = (): Series =>
  seriesOf(
    'portfolio.segments.value',
    [euros('revenue')],
    (
      [
        ['Estratégicas', 38.4e6, 35.6e6, 0.079],
        ['De crecimiento', 12.1e6, 11.9e6, 0.017],
        ['De mantenimiento', 7.2e6, 8.1e6, -0.111],
        ['Sin segmento', 2.6e6, null, null],
      ] as const
    ).map(([segment, revenue, prior, changeRatio]) => ({ segment, revenue, prior, changeRatio })),
  );

export const rankingSeries = (rows: readonly Row[]): Series => seriesOf('portfolio.ranking', [], rows);

export const ranking = (): Series =>
  rankingSeries(
    (
      [
        ['siderurgica-palancia', 8.42, null, null, true, 8.3],
        ['aceros-montgo', 8.1, null, null, true, 7.9],
        ['jucar-sur', 7.85, null, null, true, 7.2],
        ['cabriel', 7.79, null, null, true, 7.1],
        ['aguas-serpis', 7.3, 6.9, 7.6, true, 7.4],
        ['delta-ebro', 6.4, null, null, false, 6.0],
        ['morteros-maestrat', 6.1, null, null, true, 6.9],
        ['papelera-clariano', 5.6, null, null, true, 6.3],
        ['alto-magro', 5.1, null, null, true, 5.0],
        ['turolenses', null, 3.2, 6.4, false, null],
        ['irati', 4.2, null, null, false, 5.1],
        ['penagolosa', 3.1, null, null, false, 3.4],
      ] as const
    ).map(([account, score, low, high, key, scorePrior], index) => ({
      rank: index + 1,
      account,
      score,
      low,
      high,
      inKeySet: score !== null && score >= 6,
      key,
      scorePrior,
    })),
  );

export const contributions = (): Series =>
  seriesOf(
    'portfolio.contributions',
    [],
    (['siderurgica-palancia', 'cabriel', 'turolenses'] as const).flatMap((account, index) =>
      ['Volumen de ingresos', 'Potencial', 'Valor estratégico'].map((criterion, column) => ({
        account,
        criterion,
        contribution: account === 'turolenses' && column === 2 ? null : 3 - index * 0.7 + column * 0.2,
      })),
    ),
  );
