import type { Figure, FigureInput, Unit } from '../../../model/figure.ts';
import { quotient } from '../../../model/formula.ts';
import { at } from '../../../model/source.ts';
import { byAccount } from '../../by-account.ts';
import { customerOf } from '../../customers.ts';
import { figuresOf } from '../../make.ts';
import { moneyUnit } from '../../portfolio/columns.ts';
import type { Scope } from '../../scope.ts';
import { type Designated, designation } from './designation.ts';
import { type Effect, effects, tracks } from './effects.ts';
import { isRelative, levelCoverage, levelOf, type ReturnOutcome } from './panel.ts';
import { walletShareOf } from './standing-comparison.ts';
import { statedLevel } from './stated-level.ts';

/**
 * What is said of one designated account: its levels before and after designation and, where the outcome is relative, the one over
 * the other; what the others came to over the same quarters; and how far the two had parted already before.
 * Of any account: the share of its purchases as it stands now.
 */
export type AccountReturn =
  | 'before'
  | 'after'
  | 'change'
  | 'others-before'
  | 'others-after'
  | 'trend'
  | 'now';

export const accountReturnId = (account: string, outcome: ReturnOutcome, name: AccountReturn): string =>
  `account.${account}.return.${outcome}.${name}`;

/** `account.<id>.return.*`: of an account that got key status within the record, and what is known of any. */
export const accountReturnFigures = (scope: Scope, method: string, account: string): readonly Figure[] => {
  const designated = designatedOf(scope, account);
  return [
    ...walletFigures(scope, method, account),
    ...designated.flatMap(one =>
      scope
        .of(effects)
        .flatMap(effect => [
          ...ownFigures(scope, method, one, effect),
          ...comparedFigures(scope, method, one, effect),
        ]),
    ),
  ];
};

const designatedOf = byAccount(
  scope => scope.of(designation).designated,
  ({ customer }) => customer.id,
);

const walletFigures = (scope: Scope, method: string, account: string): readonly Figure[] => {
  const customer = customerOf(scope, account);
  const share = customer && walletShareOf(scope, customer);
  if (share?.value === undefined) return [];
  const stated = share.stated();
  const id = accountReturnId(account, 'share-of-wallet', 'now');
  return [
    figuresOf(method, scope.period)(id, share.value, 'share', 1, () => stated.inputs, {
      formula: stated.formula,
      coverage: share.coverage,
      polarity: 'higher',
    }),
  ];
};

const ownFigures = (
  scope: Scope,
  method: string,
  { customer, window }: Designated,
  { outcome, found }: Effect,
): readonly Figure[] => {
  const track = scope.of(tracks).get(customer.id);
  const isMeasured = found?.effects.some(one => one.id === customer.id) === true;
  if (track === undefined || !isMeasured) return [];
  const make = figuresOf(method, scope.period);
  const id = (name: AccountReturn): string => accountReturnId(customer.id, outcome, name);
  const unit: Unit = isRelative(outcome) ? moneyUnit(scope) : 'share';
  const level = (when: 'before' | 'after', value: number | undefined): Figure => {
    const stated = statedLevel(scope, track, outcome, window[when]);
    return make(id(when), value, unit, unit === 'share' ? 1 : 0, () => stated.inputs, {
      coverage: levelCoverage(track, outcome, window[when]),
      formula: stated.formula,
      polarity: 'higher',
    });
  };
  const [before, after] = [levelOf(track, outcome, window.before), levelOf(track, outcome, window.after)];
  return [
    level('before', before),
    level('after', after),
    ...(isRelative(outcome) && before !== undefined && after !== undefined
      ? [
          make(id('change'), after / before, 'share', 1, [id('after'), id('before')], {
            formula: quotient(0, 1),
            polarity: 'higher',
          }),
        ]
      : []),
  ];
};

/** Against those that never were key accounts: so many that no expression tells, but the records of all of them. */
const comparedFigures = (
  scope: Scope,
  method: string,
  { customer }: Designated,
  { outcome, found, trend }: Effect,
): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const own = found?.effects.find(one => one.id === customer.id);
  const earlier = trend?.effects.find(one => one.id === customer.id);
  const others = (): readonly FigureInput[] => scope.of(designation).never.flatMap(historiesOf);
  const figure = (name: AccountReturn, value: number, unit: Unit, inputs = others): Figure =>
    make(accountReturnId(customer.id, outcome, name), value, unit, 1, inputs);
  return [
    ...(own === undefined
      ? []
      : [
          ...(isRelative(outcome) ? [] : [figure('others-before', own.controls.before, 'share')]),
          figure('others-after', own.controls.after, 'share'),
        ]),
    ...(earlier === undefined
      ? []
      : [figure('trend', earlier.effect, 'points', () => [...historiesOf(customer), ...others()])]),
  ];
};

const historiesOf = ({ members }: Designated['customer']): readonly FigureInput[] =>
  members.map(({ source }) => at(source, 'history'));
