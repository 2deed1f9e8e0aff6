import type { Finding } from '../../model/finding.ts';
import { sumOfMoney } from '../money.ts';
import {
  accounts,
  advised,
  advising,
  amount,
  choice,
  count,
  finding,
  findingAbout,
  share,
  text,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type Loyalty, type LoyaltyFlag, loyalties } from './loyalty.ts';
import { type MeasuredOffer, totalOfOffers } from './offers.ts';

/** What loyalty costs and brings, and where the money does not follow the value of the customer. */
export const loyaltyFindings = (scope: Scope): readonly Finding[] => {
  const all = scope.of(loyalties);
  if (all.length === 0) return [];
  return [overall(scope, all), ...all.map(one => ofAccount(scope, one))];
};

/** Hyphens are not allowed where a sentence chooses its branch. */
const flagWords = { 'spend-on-barnacle': 'barnacle', 'friend-without-offer': 'friend' } as const;

const quadrantWords = {
  'true-friends': 'friend',
  butterflies: 'butterfly',
  barnacles: 'barnacle',
  strangers: 'stranger',
} as const;

const flagCourses = { 'spend-on-barnacle': 'reduce', 'friend-without-offer': 'bind' } as const;

const flagged = (all: readonly Loyalty[], flag: LoyaltyFlag): readonly Loyalty[] =>
  all.filter(one => one.flag === flag);

const overall = (scope: Scope, all: readonly Loyalty[]): Finding => {
  const total = totalOfOffers(all.flatMap(({ offers }) => offers));
  const [barnacles, friends] = [flagged(all, 'spend-on-barnacle'), flagged(all, 'friend-without-offer')];
  const friendIds = friends.map(({ customer }) => customer.id);
  const barnacleIds = barnacles.map(({ customer }) => customer.id);
  return advising(
    finding(
      'loyalty.portfolio',
      barnacles.length + friends.length > 0 ? 'attention' : 'notable',
      40,
      ['portfolio.loyalty.cost', 'portfolio.loyalty.return'],
      {
        cost: amount(scope, total.cost),
        return: share(total.return ?? 0, true),
        known: choice(total.return === undefined ? 'no' : 'yes'),
        returned: count(total.returned.n),
        offers: count(total.count),
        barnacles: count(barnacles.length),
        barnacleAccounts: accounts(barnacleIds),
        barnacleCost: amount(scope, sumOfMoney(barnacles.map(one => one.total.cost))),
        friends: count(friends.length),
        friendAccounts: accounts(friendIds),
      },
    ),
    advised('bind', friendIds, 'friendAccounts', 'friends'),
    ...(friends.length > 0 ? [] : [advised('reduce', barnacleIds, 'barnacleAccounts', 'barnacles')]),
  );
};

const ofAccount = (scope: Scope, { customer, offers, total, quadrant, flag }: Loyalty): Finding =>
  advising(
    findingAbout(
      customer.id,
      'loyalty.account',
      flag === undefined ? 'notable' : 'attention',
      30,
      ['loyalty.cost', 'loyalty.return'],
      {
        offers: count(total.count),
        cost: amount(scope, total.cost),
        costed: choice(total.cost === undefined ? 'no' : 'yes'),
        return: share(total.return ?? 0, true),
        known: choice(total.return === undefined ? 'no' : 'yes'),
        returned: count(total.returned.n),
        partial: choice(total.return !== undefined && total.returned.n < total.count ? 'yes' : 'no'),
        quadrant: choice(quadrant === undefined ? 'none' : quadrantWords[quadrant]),
        flag: choice(flag === undefined ? 'none' : flagWords[flag]),
        ...worstOf(offers),
      },
    ),
    advised(flag === undefined ? 'tend' : flagCourses[flag], [customer.id]),
  );

/** The offer that loses most for what it costs, or one that nobody has judged. */
const worstOf = (offers: readonly MeasuredOffer[]): Finding['params'] => {
  const [worst] = offers
    .filter(one => one.return !== undefined)
    .sort((a, b) => (a.return ?? 0) - (b.return ?? 0));
  const unjudged = offers.find(one => one.return === undefined);
  const loses = worst?.return !== undefined && worst.return < 0;
  const named = loses ? worst : unjudged;
  return {
    next: choice(loses ? 'stop' : unjudged === undefined ? 'none' : 'estimate'),
    offer: named === undefined ? choice('–') : text(named.item.title),
    loss: share(Math.abs(loses ? (worst.return ?? 0) : 0)),
  };
};
