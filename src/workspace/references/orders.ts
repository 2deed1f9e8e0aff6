import { dateOfDay, dayOf } from '../../model/days.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type AccountOrders, type OrderHistory, orderLine } from '../../model/order-history.ts';
import { daysOf, type PeriodId, periodOfDate } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { WorkspaceSettings } from '../../model/workspace-settings.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { suggest } from '../suggest.ts';
import type { Tools } from './tools.ts';

/** Order lines against the accounts, the date of the data and the orders that the history counts. */
export function* checkOrders(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { orders, settings } = draft;
  if (orders === undefined) return;
  yield* checkAccounts(orders, draft.accountIds, tools);
  if (settings === undefined) return;
  yield* checkFuture(orders, settings, tools);
  const begin = firstDay(orders);
  for (const account of draft.accounts) {
    const own = orders.accounts.get(account.id);
    if (own === undefined) continue;
    yield* checkSince(account, own, orders, tools);
    yield* checkCounts(account, own, begin, settings, tools);
  }
}

/** One report for each name that nobody bears, at its first line. */
function* checkAccounts(
  orders: OrderHistory,
  known: ReadonlySet<string>,
  { locate }: Tools,
): Generator<Diagnostic> {
  for (const [name, { rows }] of orders.accounts) {
    if (known.has(name)) continue;
    const place = locate(orderLine(orders, lowest(rows), 'account'));
    yield catalogue.unknownOrderAccount(place, name, rows.length, suggest(name, known));
  }
}

/** The lowest row; one account may have very many. */
const lowest = (rows: AccountOrders['rows']): number => {
  let least = rows[0] ?? 0;
  for (const row of rows) least = Math.min(least, row);
  return least;
};

/** One report for the file: the export simply reaches further than the data. */
function* checkFuture(
  orders: OrderHistory,
  settings: WorkspaceSettings,
  { locate }: Tools,
): Generator<Diagnostic> {
  const end = settings.document.dataAsOf ?? daysOf(settings.period, settings.fiscalYearStart).last;
  const last = dayOf(end);
  let lines = 0;
  let earliest: number | undefined;
  for (const { days, rows } of orders.accounts.values())
    for (const [index, day] of days.entries()) {
      if (day <= last) continue;
      lines += 1;
      earliest = Math.min(earliest ?? Number.POSITIVE_INFINITY, rows[index] ?? 0);
    }
  if (earliest !== undefined)
    yield catalogue.ordersAfterData(locate(orderLine(orders, earliest, 'date')), lines, end);
}

function* checkSince(
  { since, id }: Account,
  { days, rows }: AccountOrders,
  orders: OrderHistory,
  { locate }: Tools,
): Generator<Diagnostic> {
  const [day, row] = [days[0], rows[0]];
  if (since === undefined || day === undefined || row === undefined || day >= dayOf(since)) return;
  const place = locate(orderLine(orders, row, 'date'));
  yield catalogue.ordersBeforeCustomer(place, id, since, dateOfDay(day));
}

/** The quarter in which the file begins may be cut; those after it are whole, up to the period under review. */
function* checkCounts(
  { history, source }: Account,
  own: AccountOrders,
  firstDayOfFile: number,
  settings: WorkspaceSettings,
  { locate }: Tools,
): Generator<Diagnostic> {
  const counts = ordersByQuarter(own, settings.fiscalYearStart);
  const begin = periodOfDate(dateOfDay(firstDayOfFile), settings.fiscalYearStart);
  const differing = Object.entries(history)
    .flatMap(([period, { orders: stated }]) => {
      const counted = counts.get(period) ?? 0;
      const compared = stated !== undefined && period > begin && period <= settings.period;
      return compared && stated !== counted ? [{ period, stated, counted }] : [];
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const [worst] = differing;
  if (worst !== undefined)
    yield catalogue.ordersDisagree(locate(at(source, 'history', worst.period, 'orders')), differing);
}

const ordersByQuarter = (
  { days, begins }: AccountOrders,
  fiscalYearStart: number,
): ReadonlyMap<PeriodId, number> => {
  const counts = new Map<PeriodId, number>();
  for (const [index, day] of days.entries()) {
    const period = periodOfDate(dateOfDay(day), fiscalYearStart);
    counts.set(period, (counts.get(period) ?? 0) + (begins[index] ?? 0));
  }
  return counts;
};

/** The day on which the file begins. */
const firstDay = (orders: OrderHistory): number => {
  let earliest = Number.POSITIVE_INFINITY;
  for (const { days } of orders.accounts.values()) earliest = Math.min(earliest, days[0] ?? earliest);
  return earliest;
};
