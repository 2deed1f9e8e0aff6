import { dayOf } from '../../model/days.ts';
import { compareIds } from '../../model/order.ts';
import { daysInYear } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import { customers } from '../customers.ts';
import { countedFirst } from '../formulas.ts';
import { type Money, money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { lifetimeSettings } from './settings.ts';
import type { RenewalOutcome } from './shifted-beta-geometric.ts';

type Contract = Account['contracts'][number];

/** A contract in its line. */
export interface Term {
  readonly contract: Contract;
  /** Renewals of the line before this contract. */
  readonly renewals: number;
  /** What was decided of it, as far as the scope can know. */
  readonly decision?: 'renewed' | 'lost';
  readonly source: SourceRef;
}

/** Contracts of one account, product and place that follow each other; never empty. */
export interface ContractLine {
  readonly account: Account;
  readonly terms: readonly Term[];
}

/** The lines of an account as known at the end of the scope: contracts to come count where their predecessor was renewed. */
export const linesOf = (scope: Scope, account: Account): readonly ContractLine[] => {
  const { contractGap } = lifetimeSettings(scope);
  const lines: Term[][] = [];
  const ordered = account.contracts
    .map((contract, index) => ({ contract, source: at(account.source, 'contracts', index) }))
    .sort(
      (a, b) => compareIds(a.contract.start, b.contract.start) || compareIds(a.contract.id, b.contract.id),
    );
  for (const { contract, source } of ordered) {
    const line = lines.find(terms => follows(contract, terms.at(-1), contractGap));
    const before = line?.at(-1);
    const isKnown = contract.start <= asOf(scope) || before?.decision === 'renewed';
    if (!isKnown) continue;
    const decision = decisionOf(scope, contract);
    const renewals = contract.renewals ?? (before === undefined ? 0 : before.renewals + 1);
    const term = { contract, renewals, source, ...(decision === undefined ? {} : { decision }) };
    if (line === undefined) lines.push([term]);
    else line.push(term);
  }
  return lines.map(terms => ({ account, terms }));
};

/** A contract that was lost has no successor: what comes later is a new relation. */
const follows = ({ product, unit, start }: Contract, last: Term | undefined, gap: number): boolean =>
  last !== undefined &&
  last.contract.product === product &&
  shareAPlace(last.contract.unit, unit) &&
  last.contract.renewal !== 'lost' &&
  dayOf(start) > dayOf(last.contract.start) &&
  Math.abs(dayOf(start) - dayOf(last.contract.end)) <= gap;

/** A contract that names no place may be for any. */
const shareAPlace = (one: Contract['unit'], other: Contract['unit']): boolean =>
  one === undefined || other === undefined || [one].flat().some(place => [other].flat().includes(place));

/** Today's data may tell the outcome before the contract ends; of an earlier quarter only what had fallen due is known. */
const decisionOf = (scope: Scope, { renewal, end }: Contract): Term['decision'] => {
  if (renewal !== 'renewed' && renewal !== 'lost') return undefined;
  const isToday = scope.period === scope.workspace.settings.period;
  return isToday || end <= asOf(scope) ? renewal : undefined;
};

/** Lines of all customers, lost ones included: who left counts most. */
export const contractLines = (scope: Scope): readonly ContractLine[] =>
  scope.of(customers).flatMap(({ members }) => members.flatMap(member => linesOf(scope, member)));

const decidedTerms = (scope: Scope): readonly Term[] =>
  scope.of(contractLines).flatMap(({ terms }) => terms.filter(({ decision }) => decision !== undefined));

/** Decisions by renewal, the first one first. */
export const renewalOutcomes = (scope: Scope): readonly RenewalOutcome[] => {
  const decided = decidedTerms(scope);
  const most = decided.reduce((greatest, { renewals }) => Math.max(greatest, renewals + 1), 0);
  const outcomes = Array.from({ length: most }, () => ({ renewed: 0, lost: 0 }));
  for (const { renewals, decision } of decided) {
    const outcome = outcomes[renewals];
    if (outcome !== undefined && decision !== undefined) outcome[decision] += 1;
  }
  return outcomes;
};

/** Where each decision stands, the losses first. */
export const renewalPlaces = (scope: Scope): readonly SourceRef[] =>
  countedFirst(decidedTerms(scope), ({ decision }) => decision === 'lost').map(({ source }) =>
    at(source, 'renewal'),
  );

/** What is left of a line: time under contract, then renewals one after the other. Undefined where it has ended. */
export interface LineOutlook {
  readonly account: Account;
  /** Years until the next decision. */
  readonly rest: number;
  /** Years between renewals. */
  readonly term: number;
  /** Renewals behind it; undefined where it is known that the next one will not come. */
  readonly renewals?: number;
  /** Value a year in reporting currency, where recorded and convertible. */
  readonly value?: Money;
  readonly source: SourceRef;
}

/**
 * The line on which the relation with a customer rests: that with the greatest value a year, those without a value last,
 * of equal ones that which runs longest.
 */
export const mainLine = (scope: Scope, { members }: Customer): LineOutlook | undefined =>
  members
    .flatMap(member => linesOf(scope, member))
    .flatMap(line => outlookOf(scope, line) ?? [])
    .sort(
      (a, b) =>
        (b.value ?? money(-1)).comparedTo(a.value ?? money(-1)) ||
        b.rest - a.rest ||
        compareIds(JSON.stringify(a.source), JSON.stringify(b.source)),
    )[0];

const outlookOf = (scope: Scope, { account, terms }: ContractLine): LineOutlook | undefined => {
  const last = terms.at(-1);
  if (last === undefined) return undefined;
  const { contract, decision, source } = last;
  const days = dayOf(contract.end) - dayOf(contract.start) + 1;
  const left = dayOf(contract.end) - dayOf(asOf(scope));
  if (decision === 'lost' && left <= 0) return undefined;
  const value = converted(scope, account, contract.value);
  const base = {
    account,
    term: days / daysInYear,
    source,
    ...(value === undefined ? {} : { value }),
  };
  if (decision === 'lost') return { ...base, rest: left / daysInYear };
  // Renewed, but the new contract is not on record yet: it is taken to run as long as the old one.
  const signed = decision === 'renewed' ? days : 0;
  return {
    ...base,
    rest: Math.max(0, left + signed) / daysInYear,
    renewals: last.renewals + (decision === 'renewed' ? 1 : 0),
  };
};
