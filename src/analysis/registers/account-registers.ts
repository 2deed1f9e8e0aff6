import type { Risk } from '../../model/account-activity.ts';
import type { FigureInput } from '../../model/figure.ts';
import { compareIds } from '../../model/order.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { rateOf } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import { money } from '../money.ts';
import type { Scope } from '../scope.ts';

/** What the workspace records about an account, as it stands at the date of the data. Nothing is computed but what is overdue. */
export const registersOf = (scope: Scope, account: Account): Series[] =>
  [actions, objectives, contacts, opportunities, contracts, risks, needs].map(make => make(scope, account));

/** A register of the list under `key`; items whose row is undefined do not belong to it. */
const registerOf = <Item>(
  account: Account,
  key: string,
  items: readonly Item[],
  columns: readonly Column[],
  rowOf: (item: Item) => Row | undefined,
): Series => {
  const inputs: FigureInput[] = [];
  const rows = items.flatMap((item, index) => {
    const row = rowOf(item);
    if (row === undefined) return [];
    inputs.push(at(account.source, key, index));
    return [row];
  });
  return { id: `account.${account.id}.${key}`, columns, rows, inputs };
};

const moneyColumn = (scope: Scope, id: string): Column => ({
  id,
  kind: 'measure',
  unit: `money:${scope.workspace.settings.currency}`,
  precision: 0,
});
const text = (id: string): Column => ({ id, kind: 'text' });
const date = (id: string): Column => ({ id, kind: 'date' });
const person = (id: string): Column => ({ id, kind: 'person' });
const term = (id: string, vocabulary: string): Column => ({ id, kind: 'term', vocabulary });
const count = (id: string, signed = false): Column => ({
  id,
  kind: 'measure',
  unit: 'count',
  precision: 0,
  signed,
});
const share = (id: string): Column => ({ id, kind: 'measure', unit: 'share', precision: 0 });

/** An amount in the account's currency at the rate of the period; missing where the workspace has no rate. */
const converted = (scope: Scope, account: Account, amount: number | undefined): number | null => {
  const rate = rateOf(scope, account, scope.period);
  return amount === undefined || rate === undefined ? null : money(amount).times(rate).toNumber();
};

const actionOrder = ['overdue', 'in-progress', 'planned', 'done', 'dropped'];

/** What is overdue first, what is done last, the earlier date first. */
const byUrgency = (a: Row, b: Row): number =>
  actionOrder.indexOf(String(a.state)) - actionOrder.indexOf(String(b.state)) ||
  compareIds(String(a.due), String(b.due));

/** At the end of the day of the data, what was due by then and is not done is overdue. */
export const isOverdue = (scope: Scope, action: Account['actions'][number]): boolean =>
  action.due <= asOf(scope) && (action.state === 'planned' || action.state === 'in-progress');

const actions = (scope: Scope, account: Account): Series => {
  const register = registerOf(
    account,
    'actions',
    account.actions,
    [text('title'), person('owner'), date('due'), term('state', 'action'), { id: 'since', kind: 'period' }],
    action => ({
      title: action.title,
      owner: action.owner,
      due: action.due,
      state: isOverdue(scope, action) ? 'overdue' : action.state,
      since: action.since ?? null,
    }),
  );
  return { ...register, rows: [...register.rows].sort(byUrgency) };
};

const objectives = (_: Scope, account: Account): Series =>
  registerOf(
    account,
    'objectives',
    account.objectives,
    [term('side', 'side'), text('objective'), text('how'), text('why'), text('measured')],
    ({ side, title, how, why, measure }) => ({
      side,
      objective: title,
      how: how ?? null,
      why: why ?? null,
      measured: measure ?? null,
    }),
  );

const contacts = (_: Scope, account: Account): Series =>
  registerOf(
    account,
    'contacts',
    account.contacts,
    [
      text('name'),
      { id: 'position', kind: 'word' },
      term('role', 'role'),
      count('influence'),
      count('attitude', true),
      person('counterpart'),
      date('lastContact'),
    ],
    contact => ({
      name: contact.name,
      position: contact.title ?? null,
      role: contact.role ?? null,
      influence: contact.influence ?? null,
      attitude: contact.attitude ?? null,
      counterpart: contact.counterpart ?? null,
      lastContact: contact.lastContact ?? null,
    }),
  );

/** The open pipeline: what is sought and not yet decided, opened by the date of the data. */
const opportunities = (scope: Scope, account: Account): Series =>
  registerOf(
    account,
    'opportunities',
    account.opportunities,
    [
      text('opportunity'),
      text('product'),
      term('kind', 'opportunity'),
      moneyColumn(scope, 'value'),
      share('probability'),
      moneyColumn(scope, 'weighted'),
      date('opened'),
    ],
    opportunity => {
      if (opportunity.stage !== 'open' && opportunity.stage !== 'prospecting') return undefined;
      if (opportunity.opened !== undefined && opportunity.opened > asOf(scope)) return undefined;
      const value = converted(scope, account, opportunity.value);
      const product = scope.workspace.products.find(({ id }) => id === opportunity.product);
      return {
        opportunity: opportunity.name ?? opportunity.id ?? null,
        product: product?.name ?? opportunity.product ?? null,
        kind: opportunity.kind,
        value,
        probability: opportunity.probability ?? null,
        weighted:
          value === null || opportunity.probability === undefined
            ? null
            : money(value).times(opportunity.probability).toNumber(),
        opened: opportunity.opened ?? null,
      };
    },
  );

const contracts = (scope: Scope, account: Account): Series =>
  registerOf(
    account,
    'contracts',
    account.contracts,
    [
      text('contract'),
      text('product'),
      date('start'),
      date('end'),
      moneyColumn(scope, 'value'),
      term('renewal', 'renewal'),
    ],
    contract => {
      const product = scope.workspace.products.find(({ id }) => id === contract.product);
      return {
        contract: contract.id,
        product: product?.name ?? contract.product ?? null,
        start: contract.start,
        end: contract.end,
        value: converted(scope, account, contract.value),
        renewal: contract.renewal,
      };
    },
  );

const risks = (scope: Scope, account: Account): Series =>
  registerOf(
    account,
    'risks',
    account.risks,
    [
      text('risk'),
      share('probability'),
      moneyColumn(scope, 'impact'),
      moneyColumn(scope, 'exposure'),
      text('mitigation'),
      person('owner'),
      date('checkpoint'),
    ],
    risk => ({
      risk: risk.title,
      probability: risk.probability,
      impact: converted(scope, account, risk.impact),
      exposure: exposureOf(scope, account, risk),
      mitigation: risk.mitigation ?? null,
      owner: risk.owner ?? null,
      checkpoint: risk.checkpoint ?? null,
    }),
  );

/** Probability times annual revenue at risk. */
const exposureOf = (scope: Scope, account: Account, { impact, probability }: Risk): number | null => {
  const amount = converted(scope, account, impact);
  return amount === null ? null : money(amount).times(probability).toNumber();
};

const needs = (_: Scope, account: Account): Series =>
  registerOf(account, 'needs', account.needs, [text('need'), date('due')], need => ({
    need: need.text,
    due: need.due ?? null,
  }));
