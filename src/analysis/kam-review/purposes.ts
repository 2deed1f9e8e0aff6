import type { Coverage, FigureInput } from '../../model/figure.ts';
import { quotient, sumOf } from '../../model/formula.ts';
import { daysOf } from '../../model/period.ts';
import { type Purpose, purposes } from '../../model/person.ts';
import { at } from '../../model/source.ts';
import { countedFirst, type Stated, shareOfFirst, sumBetween } from '../formulas.ts';
import type { Kam } from '../kams.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';

/** How a key account manager's effort splits between keeping customers, growing them and advising them (001). */
export interface EffortSplit {
  /** Hours as the person recorded them, or contacts whose purpose is recorded. */
  readonly source: 'hours' | 'contacts';
  /** Hours or contacts by purpose, in the order of the purposes. */
  readonly parts: readonly {
    readonly purpose: Purpose;
    readonly amount: number;
    readonly share: number;
    readonly stated: Stated;
  }[];
  /** Quarters with hours, of those of the span; or contacts with a purpose, of all. */
  readonly coverage: Coverage;
  readonly inputs: readonly FigureInput[];
}

/** From the hours of the span where any are recorded, else from the contacts; undefined where neither says. */
export const effortSplit = (scope: Scope, kam: Kam): EffortSplit | undefined =>
  fromHours(scope, kam) ?? fromContacts(scope, kam);

const fromHours = (scope: Scope, { person }: Kam): EffortSplit | undefined => {
  const span = currentSpan(scope);
  const recorded = span.filter(period => person.purposes[period] !== undefined);
  const amounts = purposes.map(purpose =>
    recorded.reduce((sum, period) => sum + (person.purposes[period]?.[purpose] ?? 0), 0),
  );
  return splitOf(
    'hours',
    amounts,
    { n: recorded.length, of: span.length },
    recorded.map(period => at(person.source, 'purposes', period)),
    purpose => {
      const places = purposes.map(one =>
        recorded.flatMap(period =>
          person.purposes[period]?.[one] === undefined ? [] : [at(person.source, 'purposes', period, one)],
        ),
      );
      const own = places[purposes.indexOf(purpose)] ?? [];
      const inputs = [...own, ...places.filter(one => one !== own).flat()];
      return { inputs, formula: quotient(sumBetween(0, own.length), sumOf()) };
    },
  );
};

const fromContacts = (scope: Scope, { id }: Kam): EffortSplit | undefined => {
  const own = scope.of(contactsByPerson).get(id) ?? [];
  const known = own.filter(({ purpose }) => purpose !== undefined);
  const amounts = purposes.map(purpose => own.filter(contact => contact.purpose === purpose).length);
  return splitOf(
    'contacts',
    amounts,
    { n: known.length, of: own.length },
    known.map(({ source }) => source),
    purpose => ({
      inputs: countedFirst(known, one => one.purpose === purpose).map(({ source }) => source),
      formula: shareOfFirst(known.filter(one => one.purpose === purpose).length, known.length),
    }),
  );
};

const splitOf = (
  source: EffortSplit['source'],
  amounts: readonly number[],
  coverage: Coverage,
  inputs: readonly FigureInput[],
  statedOf: (purpose: Purpose) => Stated,
): EffortSplit | undefined => {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if (whole <= 0) return undefined;
  return {
    source,
    parts: purposes.map((purpose, index) => ({
      purpose,
      amount: amounts[index] ?? 0,
      share: (amounts[index] ?? 0) / whole,
      stated: statedOf(purpose),
    })),
    coverage,
    inputs,
  };
};

interface Contact {
  readonly purpose: Purpose | undefined;
  readonly direction: 'inbound' | 'outbound';
  readonly source: FigureInput;
}

/** Contacts of the span by the person of our side who had them. */
export const contactsByPerson = (scope: Scope): ReadonlyMap<string, readonly Contact[]> => {
  const { fiscalYearStart } = scope.workspace.settings;
  const span = currentSpan(scope);
  const first = daysOf(span[0] ?? scope.period, fiscalYearStart).first;
  const last = daysOf(scope.period, fiscalYearStart).last;
  const found = new Map<string, Contact[]>();
  for (const { interactions, source } of scope.workspace.accounts)
    for (const [index, { date, person, purpose, direction }] of interactions.entries()) {
      if (person === undefined || date < first || date > last) continue;
      const contact = { purpose, direction, source: at(source, 'interactions', index) };
      const own = found.get(person);
      if (own) own.push(contact);
      else found.set(person, [contact]);
    }
  return found;
};
