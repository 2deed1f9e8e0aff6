import { dateOfDay, dayOf } from '../../../model/days.ts';
import type { FigureInput } from '../../../model/figure.ts';
import { day, minus } from '../../../model/formula.ts';
import { orderLine } from '../../../model/order-history.ts';
import { daysBetween, daysOf } from '../../../model/period.ts';
import { at } from '../../../model/source.ts';
import type { Account } from '../../../model/workspace.ts';
import { asOf } from '../../as-of.ts';
import type { Scope } from '../../scope.ts';
import { dateOfData, declared, relationshipOf } from '../settings.ts';
import { type Frame, judged, notKnown, type WarningCheck } from './warning.ts';

interface Sign {
  readonly date: string;
  readonly input: () => FigureInput;
  /** Whether the date itself stands there; else it follows from the quarter. */
  readonly written: boolean;
}

const frameOf = (scope: Scope): Frame => ({
  signal: 'silence',
  unit: 'days',
  precision: 0,
  bound: '>',
  cut: relationshipOf(scope).warnings.silence,
  assumptions: [dateOfData(scope), declared(scope, 'warnings', 'silence')],
});

/** Days without any sign of life: an interaction, a contact that somebody noted, or an order. */
export const silence: WarningCheck = (scope, customer) => {
  const frame = scope.of(frameOf);
  const today = asOf(scope);
  const signs: Sign[] = [
    ...customer.members.flatMap(({ interactions, source }) =>
      interactions.map(({ date }, index) => ({
        date,
        input: () => at(source, 'interactions', index, 'date'),
        written: true,
      })),
    ),
    ...customer.members.flatMap(({ contacts, source }) =>
      contacts.flatMap(({ lastContact }, index) =>
        lastContact === undefined
          ? []
          : [
              {
                date: lastContact,
                input: () => at(source, 'contacts', index, 'lastContact'),
                written: true,
              },
            ],
      ),
    ),
    ...customer.members.flatMap(member => lastOrder(scope, member) ?? []),
  ].filter(({ date }) => date <= today);
  const [first, ...rest] = signs;
  if (first === undefined)
    return notKnown(frame, 'no-signs-of-life', () => [at(customer.account.source, 'interactions')]);
  const last = rest.reduce((latest, sign) => (sign.date > latest.date ? sign : latest), first);
  const value = daysBetween(last.date, today);
  return judged(frame, () => [last.input()], {
    value,
    formula: minus(day(today), last.written ? 0 : day(last.date)),
  });
};

/** The last dated order or, where only quarters are recorded, the end of the last quarter with orders. */
const lastOrder = (scope: Scope, account: Account): Sign | undefined =>
  lastDatedOrder(scope, account) ?? lastQuarterWithOrders(scope, account);

const lastDatedOrder = (scope: Scope, { id }: Account): Sign | undefined => {
  const history = scope.workspace.orders;
  const orders = history?.accounts.get(id);
  if (history === undefined || orders === undefined) return undefined;
  const today = dayOf(asOf(scope));
  const index = orders.days.findLastIndex(day => day <= today);
  const [orderDay, row] = [orders.days[index], orders.rows[index]];
  return orderDay === undefined || row === undefined
    ? undefined
    : { date: dateOfDay(orderDay), input: () => orderLine(history, row, 'date'), written: true };
};

const lastQuarterWithOrders = (scope: Scope, { history, source }: Account): Sign | undefined => {
  const quarter = Object.keys(history)
    .filter(period => period <= scope.period && (history[period]?.orders ?? 0) > 0)
    .sort()
    .at(-1);
  if (quarter === undefined) return undefined;
  const end = daysOf(quarter, scope.workspace.settings.fiscalYearStart).last;
  // The order may have come on any day of the quarter; the date of the data bounds it where that comes first.
  const today = asOf(scope);
  return {
    date: daysBetween(end, today) < 0 ? today : end,
    input: () => at(source, 'history', quarter, 'orders'),
    written: false,
  };
};
