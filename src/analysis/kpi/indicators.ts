import type { Unit } from '../../model/figure.ts';
import type { KpiId } from '../../model/kpi.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { acquisitionOfDecided } from './acquisition.ts';
import { customersAtStart, customersLost } from './churn.ts';
import { contactsOnAllDeals, contactsOnWonDeals } from './contacts-to-close.ts';
import { goalsDue, goalsOverdue, laggingOutcomes, leadingOutcomes } from './customer-outcomes.ts';
import { employeeResponse } from './employees.ts';
import { hoursSpent, reviewCount } from './inputs-outputs.ts';
import {
  complaintResolution,
  complaintShare,
  complaints,
  inboundContacts,
  medianResolution,
  openRequests,
  outboundContacts,
  requestResolution,
} from './interaction.ts';
import { averageLifetime, baseRetention, retentionMultiple } from './lifetime-value.ts';
import { longestGap } from './longest-gap.ts';
import type { Measure } from './measurement.ts';
import { newToRepeat, openToMore, referralSales } from './organic-growth.ts';
import { perGroup } from './per-customer.ts';
import { likelihoodToRecommend, mentions, referredByCount } from './referrals.ts';
import { contraction, expansion, lostRevenue, startRevenue } from './revenue-retention.ts';
import { contractsRenewed, crossSellOfDecided, renewalOfDecided, upSellOfDecided } from './sales-rates.ts';
import { scopeGrowth, serviceMet } from './service.ts';
import { detractors, passives, promoters, responseRate } from './survey-shares.ts';
import { npsMargin } from './surveys.ts';

/** A part of a KPI, or what stands beside it: domain section 4 names several for most of the eleven. */
export interface Indicator {
  readonly kpi: KpiId;
  /** Name within its KPI; its figure is `kpi.<kpi>.<name>`. */
  readonly name: string;
  readonly unit: Unit | 'money';
  readonly precision: number;
  readonly polarity?: 'higher' | 'lower';
  readonly measure: Measure;
  /** What it says something about: everything, some customers, or one as well. */
  readonly level: 'portfolio' | 'group' | 'account';
}

type Looks = Pick<Indicator, 'unit' | 'precision' | 'polarity'>;

const good = { polarity: 'higher' } as const;
const bad = { polarity: 'lower' } as const;
const share: Looks = { unit: 'share', precision: 1 };
const count: Looks = { unit: 'count', precision: 0 };
const days: Looks = { unit: 'days', precision: 1, ...bad };
const amount: Looks = { unit: 'money', precision: 0 };

const indicator = (
  kpi: KpiId,
  name: string,
  looks: Looks,
  level: Indicator['level'],
  measure: Measure,
): Indicator => ({ kpi, name, ...looks, level, measure: perGroup(measure) });

/** In the order of the eleven. */
export const indicators: readonly Indicator[] = [
  indicator('clv', 'lifetime', { unit: 'years', precision: 1 }, 'portfolio', averageLifetime),
  indicator('clv-margin', 'multiple', { unit: 'multiple', precision: 2 }, 'portfolio', retentionMultiple),
  indicator('clv-margin', 'retention', { ...share, ...good }, 'portfolio', baseRetention),
  indicator('referenced-customers', 'by-count', { ...share, ...good }, 'group', referredByCount),
  indicator('referenced-customers', 'mentions', { ...count, ...good }, 'account', mentions),
  indicator(
    'referenced-customers',
    'likelihood',
    { unit: 'index', precision: 1, ...good },
    'account',
    likelihoodToRecommend,
  ),
  indicator('csat', 'response', { ...share, ...good }, 'account', responseRate),
  indicator('nps', 'promoters', { ...share, ...good }, 'group', promoters),
  indicator('nps', 'passives', share, 'group', passives),
  indicator('nps', 'detractors', { ...share, ...bad }, 'group', detractors),
  indicator('nps', 'margin', { unit: 'nps', precision: 1 }, 'group', npsMargin),
  indicator('customer-outcomes', 'leading', { ...share, ...good }, 'account', leadingOutcomes),
  indicator('customer-outcomes', 'lagging', { ...share, ...good }, 'account', laggingOutcomes),
  indicator('customer-outcomes', 'due', count, 'account', goalsDue),
  indicator('customer-outcomes', 'overdue', { ...count, ...bad }, 'account', goalsOverdue),
  indicator('customer-outcomes', 'hours', count, 'group', hoursSpent),
  indicator('customer-outcomes', 'reviews', count, 'account', reviewCount),
  indicator('interaction', 'inbound', count, 'account', inboundContacts),
  indicator('interaction', 'outbound', count, 'account', outboundContacts),
  indicator('interaction', 'complaints', { ...count, ...bad }, 'account', complaints),
  indicator('interaction', 'complaint-share', { ...share, ...bad }, 'group', complaintShare),
  indicator('interaction', 'longest-gap', { ...days, precision: 0 }, 'account', longestGap),
  indicator('interaction', 'median', days, 'account', medianResolution),
  indicator('interaction', 'request-median', days, 'group', requestResolution),
  indicator('interaction', 'complaint-median', days, 'group', complaintResolution),
  indicator('interaction', 'open', { ...count, ...bad }, 'account', openRequests),
  indicator('organic-growth', 'referral-sales', { ...share, ...good }, 'group', referralSales),
  indicator('organic-growth', 'open-to-more', { ...share, ...good }, 'group', openToMore),
  indicator('organic-growth', 'new-to-repeat', { unit: 'index', precision: 2 }, 'group', newToRepeat),
  indicator('organic-growth', 'service-met', { ...share, ...good }, 'account', serviceMet),
  indicator('organic-growth', 'contracts-renewed', { ...count, ...good }, 'account', contractsRenewed),
  indicator('organic-growth', 'scope-growth', { ...share, ...good }, 'account', scopeGrowth),
  indicator('acquisition-rate', 'of-decided', { ...share, ...good }, 'group', acquisitionOfDecided),
  indicator('employee-satisfaction', 'response', { ...share, ...good }, 'portfolio', employeeResponse),
  indicator('up-sell', 'of-decided', { ...share, ...good }, 'group', upSellOfDecided),
  indicator('cross-sell', 'of-decided', { ...share, ...good }, 'group', crossSellOfDecided),
  indicator('renewal', 'of-decided', { ...share, ...good }, 'group', renewalOfDecided),
  indicator(
    'contacts-to-close',
    'on-won',
    { unit: 'contacts', precision: 1, ...bad },
    'group',
    contactsOnWonDeals,
  ),
  indicator(
    'contacts-to-close',
    'with-lost',
    { unit: 'contacts', precision: 1, ...bad },
    'group',
    contactsOnAllDeals,
  ),
  indicator('churn', 'at-start', count, 'group', customersAtStart),
  indicator('churn', 'lost', { ...count, ...bad }, 'group', customersLost),
  indicator('net-revenue-retention', 'start', amount, 'group', startRevenue),
  indicator('net-revenue-retention', 'expansion', { ...amount, ...good }, 'group', expansion),
  indicator('net-revenue-retention', 'contraction', { ...amount, ...bad }, 'group', contraction),
  indicator('net-revenue-retention', 'churn', { ...amount, ...bad }, 'group', lostRevenue),
];

export const indicatorUnit = (scope: Scope, { unit }: Pick<Indicator, 'unit'>): Unit =>
  unit === 'money' ? moneyUnit(scope) : unit;
