import type { FigureId } from '../model/figure.ts';

/**
 * The id of the figure that was asked for. With an account, `score.total` means `account.<id>.score.total`.
 * @returns undefined where there is no such figure
 */
export const findFigure = (
  asked: string,
  ids: ReadonlySet<FigureId>,
  account?: string,
): FigureId | undefined => idsMeant(asked, account).find(id => ids.has(id));

/** What an asked name may stand for, the likeliest first. */
export const idsMeant = (asked: string, account?: string): readonly FigureId[] =>
  account === undefined || asked.startsWith(`account.${account}.`)
    ? [asked]
    : [`account.${account}.${asked.replace(/^account\./, '')}`];
