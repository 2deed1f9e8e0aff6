import type Handlebars from 'handlebars';
import type { ConfinedPlace, Confinement } from '../../effects.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Collected } from '../composer.ts';
import { runningOf } from '../helpers.ts';
import type { OwnHelpers } from './read.ts';

/** What a helper takes and gives. */
type Plain = string | number | boolean | null;

const isPlain = (value: unknown): value is Plain =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/**
 * The helpers of a workspace, as expressions call them: `{{per-head (value "portfolio.revenue.total") 58 precision=1}}` calls the
 * function with the arguments, and last with an object of the named ones, `locale` and `language` among them. What it gives back is text
 * like any other: it is escaped. A fault is a problem of the document, and the place stays empty.
 */
export const ownHelpers = (
  { scripts }: OwnHelpers,
  confinement: Confinement,
): Readonly<Record<string, Handlebars.HelperDelegate>> => {
  // A document begins with functions that remember nothing: what it says can't depend on which one was made before.
  const places = new WeakMap<Collected, ConfinedPlace>();
  const placeOf = (collected: Collected): ConfinedPlace => {
    const place = places.get(collected) ?? confinement.open(scripts);
    places.set(collected, place);
    return place;
  };
  return Object.fromEntries(
    scripts.map(({ name, file }) => [
      name,
      (...given: unknown[]): Plain => {
        const options = given.at(-1) as Handlebars.HelperOptions;
        const args = given.slice(0, -1).map(value => value ?? null);
        const { collected, sources } = runningOf(options);
        const fail = (message: string, place: Position, hint?: string): Plain => {
          collected.problems.push(helperFailure(file, message, place, hint));
          return '';
        };
        const named: Readonly<Record<string, unknown>> = options.hash;
        if (![...args, ...Object.values(named)].every(isPlain))
          return fail(
            `The helper "${name}" was given something else than a text or a number.`,
            {},
            takesPlain,
          );
        const { language, tag } = sources.locale;
        const last = { ...named, language, locale: tag };
        const answer = placeOf(collected).call(name, JSON.stringify([...args, last]));
        if ('fault' in answer) return fail(`The helper "${name}" failed: ${answer.fault}.`, answer);
        const value: unknown = answer.value === undefined ? undefined : JSON.parse(answer.value);
        return isPlain(value)
          ? (value ?? '')
          : fail(`What the helper "${name}" gives back cannot be printed.`, {}, givesPlain);
      },
    ]),
  );
};

interface Position {
  readonly line?: number;
  readonly column?: number;
}

const takesPlain = 'Pass texts, numbers, true or false: (value "…") is the value of a figure.';
const givesPlain = 'Give back a text, a number, true or false, or null for nothing.';
const mendIt = 'A helper has half a second, and neither files nor network, clock nor chance.';

/** What a helper of the workspace did wrong while a document was made. */
export const helperFailure = (
  file: string,
  message: string,
  { line = 1, column = 1 }: Position,
  hint = mendIt,
): Diagnostic => ({
  code: 'helper/failed',
  severity: 'error',
  message,
  span: { file, line, column, length: 1 },
  hints: [hint],
});
