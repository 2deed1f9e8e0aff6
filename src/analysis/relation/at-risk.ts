import type { FigureInput } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Amount } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { type AssessedRisk, assessedRisks, yearRevenues } from './risks.ts';
import { relationshipOf } from './settings.ts';
import { type Warned, warnings } from './warnings/index.ts';

/** An account that may leave: as many warnings as declared, or held to be at risk by those who know it. */
export interface AccountAtRisk {
  readonly customer: Customer;
  readonly warned: Warned;
  /** Revenue of the last four quarters: what would go with it. */
  readonly revenue: Amount;
  /** Said by the team, or taken from its largest risk; absent where nobody said anything. */
  readonly cause?: LocalizedText;
  readonly plan?: LocalizedText;
  readonly owner?: string;
  readonly checkpoint?: string;
  readonly origin: 'declared' | 'signals';
  readonly inputs: readonly FigureInput[];
}

/** Accounts at risk, the largest revenue first. */
export const accountsAtRisk = (scope: Scope): readonly AccountAtRisk[] => {
  const { atRisk } = relationshipOf(scope).warnings;
  return [...scope.of(warnings).values()]
    .filter(({ customer, raised }) => customer.account.retention !== undefined || raised.length >= atRisk)
    .flatMap(warned => atRiskOf(scope, warned) ?? [])
    .sort((a, b) => (b.revenue.total?.toNumber() ?? -1) - (a.revenue.total?.toNumber() ?? -1));
};

const atRiskOf = (scope: Scope, warned: Warned): AccountAtRisk | undefined => {
  const { customer } = warned;
  const revenue = scope.of(yearRevenues).get(customer.id);
  if (revenue === undefined) return undefined;
  const { retention, manager, source } = customer.account;
  const common = { customer, warned, revenue };
  if (retention !== undefined) {
    const { cause, plan, owner = manager, checkpoint } = retention;
    const inputs = [at(source, 'retention')];
    return { ...common, origin: 'declared', cause, inputs, ...present({ plan, owner, checkpoint }) };
  }
  const worst = worstRisk(scope.of(assessedRisks).get(customer.id) ?? []);
  const { title: cause, mitigation: plan, checkpoint } = worst?.item ?? {};
  const owner = worst?.item.owner ?? manager;
  return {
    ...common,
    origin: 'signals',
    inputs: worst === undefined ? [] : [worst.source],
    ...present({ cause, plan, owner, checkpoint }),
  };
};

type Said = Pick<AccountAtRisk, 'cause' | 'plan' | 'owner' | 'checkpoint'>;

const present = (said: { readonly [Key in keyof Said]: Said[Key] | undefined }): Said =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));

const worstRisk = (risks: readonly AssessedRisk[]): AssessedRisk | undefined =>
  [...risks].sort((a, b) => (b.exposure?.toNumber() ?? -1) - (a.exposure?.toNumber() ?? -1))[0];
