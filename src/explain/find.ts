import { distance } from 'fastest-levenshtein';
import type { FigureId } from '../model/figure.ts';
import { compareIds } from '../model/order.ts';
import { suggest } from '../workspace/suggest.ts';

/**
 * The id that an asked name stands for: with an account, `score.total` and the `account.*.score.total` of the list of ids
 * both mean `account.<id>.score.total`.
 */
export const idMeant = (asked: string, account?: string): FigureId =>
  account === undefined || asked.startsWith(`account.${account}.`)
    ? asked
    : `account.${account}.${asked.replace(/^account\.(?:\*\.)?/, '')}`;

/**
 * The id that was most likely meant. Who leaves a part out of a long id still ends it with its last word: of the ids that have
 * that word and begin alike, the nearest; else the one that is nearest letter by letter.
 */
export const nearestId = (asked: FigureId, ids: readonly FigureId[]): FigureId | undefined => {
  const words = asked.split('.');
  const [first, last] = [words[0], words.at(-1)];
  const alike = ids.filter(id => {
    const parts = id.split('.');
    return parts[0] === first && last !== undefined && parts.includes(last, 1);
  });
  return words.length > 1 && alike.length > 0 ? nearestOf(asked, alike) : suggest(asked, ids);
};

const nearestOf = (asked: FigureId, ids: readonly FigureId[]): FigureId | undefined =>
  [...ids].sort((a, b) => distance(asked, a) - distance(asked, b) || compareIds(a, b))[0];

/** An account that has a figure or series of this name, for who forgot to say which; the first one by id. */
export const accountWith = (
  asked: string,
  accounts: readonly string[],
  ids: ReadonlySet<FigureId>,
): string | undefined => accounts.find(account => ids.has(idMeant(asked, account)));
