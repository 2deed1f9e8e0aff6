import type { AccountData } from '../../model/account.ts';
import type { FigureInput } from '../../model/figure.ts';
import type { CriterionKind } from '../../model/identification.ts';
import { at } from '../../model/source.ts';
import { portfolioRevenue, shareOf } from '../portfolio/revenue.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Checklist, type ChecklistItem, checklists } from './checklist.ts';

export type TypeName = NonNullable<AccountData['type']>;

/**
 * Where the type of an account comes from: declared and borne out by data, declared with nothing to hold it against, declared
 * against the data, suggested by the data, or open.
 */
export type TypeBasis = 'borne-out' | 'declared' | 'contradicted' | 'suggested' | 'open';

export interface AccountType {
  readonly type?: TypeName;
  readonly basis: TypeBasis;
  readonly inputs: readonly FigureInput[];
}

/** What the data say of one type: yes, no, or nothing. */
interface Signal {
  readonly type: TypeName;
  readonly holds?: boolean;
  readonly inputs: readonly FigureInput[];
}

/** Types of all active customers and prospects, by id. */
export const accountTypes = (scope: Scope): ReadonlyMap<string, AccountType> => {
  const shares = scope.of(revenueShares);
  return new Map(
    scope
      .of(checklists)
      .map(checklist => [
        checklist.customer.id,
        typeOf(checklist, signalsOf(scope, checklist, shares.get(checklist.customer.id))),
      ]),
  );
};

const revenueShares = (scope: Scope): ReadonlyMap<string, number> => {
  const { rows, base } = scope.of(portfolioRevenue);
  return new Map(
    rows.flatMap(({ customer, current }) => {
      const share = shareOf(current.total, base);
      return share === undefined ? [] : [[customer.id, share] as const];
    }),
  );
};

const typeOf = ({ customer: { account } }: Checklist, signals: readonly Signal[]): AccountType => {
  const { type } = account;
  if (type === undefined) {
    const suggested = signals.find(({ holds }) => holds === true);
    return suggested === undefined
      ? { basis: 'open', inputs: signals.flatMap(({ inputs }) => inputs) }
      : { type: suggested.type, basis: 'suggested', inputs: suggested.inputs };
  }
  const signal = signals.find(one => one.type === type);
  const inputs = [at(account.source, 'type'), ...(signal?.inputs ?? [])];
  if (signal?.holds === undefined) return { type, basis: 'declared', inputs };
  return { type, basis: signal.holds ? 'borne-out' : 'contradicted', inputs };
};

/** In the order in which one is suggested where several hold. */
const signalsOf = (
  scope: Scope,
  { customer, items }: Checklist,
  share: number | undefined,
): readonly Signal[] => {
  const isProspect = standingOf(scope, customer) === 'prospect';
  const highShare = scope.workspace.program.scoring?.identification.highShare ?? 1;
  return [
    {
      type: 'revenue-share',
      ...holdsWhere(isProspect ? false : share === undefined ? undefined : share >= highShare),
      inputs: share === undefined ? [] : [`account.${customer.id}.share`],
    },
    {
      type: 'able-prospect',
      ...(isProspect ? answeredBy(items, 'ability-to-pay') : { holds: false, inputs: [] }),
    },
    { type: 'industry-leader', ...answeredBy(items, 'industry-leadership') },
  ];
};

const holdsWhere = (holds: boolean | undefined): Pick<Signal, 'holds'> =>
  holds === undefined ? {} : { holds };

/** What the criteria of a kind say: met where one of them is, not met where one is answered and none is met. */
const answeredBy = (
  items: readonly ChecklistItem[],
  kind: CriterionKind,
): Pick<Signal, 'holds' | 'inputs'> => {
  const answered = items.filter(item => item.kind === kind && item.answer !== 'unknown');
  return {
    ...(answered.length === 0 ? {} : { holds: answered.some(({ answer }) => answer === 'met') }),
    inputs: answered.flatMap(({ inputs }) => inputs),
  };
};
