import type { FigureId } from '../model/figure.ts';

/**
 * The id that an asked name stands for: with an account, `score.total` and the `account.*.score.total` of the list of ids
 * both mean `account.<id>.score.total`.
 */
export const idMeant = (asked: string, account?: string): FigureId =>
  account === undefined || asked.startsWith(`account.${account}.`)
    ? asked
    : `account.${account}.${asked.replace(/^account\.(?:\*\.)?/, '')}`;
