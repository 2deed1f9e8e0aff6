import { compareIds } from '../../model/order.ts';
import type { Row, Series } from '../../model/series.ts';
import { sumOfMoney } from '../money.ts';
import * as column from '../portfolio/columns.ts';
import { riskColumns, risks } from '../registers/risk-register.ts';
import { together } from '../registers/together.ts';
import type { Scope } from '../scope.ts';
import { keyRisks } from './risk-figures.ts';
import { type AssessedRisk, type Band, bands } from './risks.ts';

const byExposure = (a: Row, b: Row): number =>
  Number(b.exposure ?? -1) - Number(a.exposure ?? -1) || compareIds(String(a.account), String(b.account));

export const portfolioRisks = (scope: Scope): Series =>
  together(scope, 'portfolio.risks', riskColumns(scope), risks, byExposure);

/** `portfolio.risks.matrix`: how many risks of the key accounts in each band, the likeliest first. */
export const riskMatrix = (scope: Scope): Series => {
  const all = scope.of(keyRisks);
  const rows = all.length === 0 ? [] : [...bands].reverse().map(band => rowOf(band, all));
  return {
    id: 'portfolio.risks.matrix',
    columns: [
      column.term('probabilityBand', 'risk-band'),
      column.count('impactLow'),
      column.count('impactMedium'),
      column.count('impactHigh'),
      column.count('impactUnknown'),
      column.amount(scope, 'exposure'),
    ],
    rows: rows.map(({ row }) => row),
    rowInputs: rows.map(({ within }) => within.map(({ source }) => source)),
    inputs: all.map(({ source }) => source),
  };
};

const rowOf = (probabilityBand: Band, all: readonly AssessedRisk[]) => {
  const within = all.filter(risk => risk.probabilityBand === probabilityBand);
  const counted = (band: Band | undefined): number =>
    within.filter(({ impactBand }) => impactBand === band).length;
  const row: Row = {
    probabilityBand,
    impactLow: counted('low'),
    impactMedium: counted('medium'),
    impactHigh: counted('high'),
    impactUnknown: counted(undefined),
    exposure: column.moneyCell(sumOfMoney(within.map(({ exposure }) => exposure))),
  };
  return { row, within };
};
