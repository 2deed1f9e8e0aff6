import type { Finding } from '../../model/finding.ts';
import type { LocalizedText } from '../../model/text.ts';
import { ratio, sumOfMoney, zero } from '../money.ts';
import {
  accounts,
  amount,
  choice,
  count,
  finding,
  findingAbout,
  quoted,
  share,
  term,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type OpenOpportunity, openOpportunities, type Pipeline, pipelineOf } from './opportunities.ts';
import { relationshipOf } from './settings.ts';

/** What the open opportunities come to, renewals apart: they keep revenue, the others add to it. */
export const pipelineFindings = (scope: Scope): readonly Finding[] => {
  const byAccount = [...scope.of(openOpportunities)].filter(([, own]) => own.length > 0);
  const all = byAccount.flatMap(([, own]) => own);
  if (all.length === 0) return [];
  return [
    finding(
      'opportunities.pipeline',
      severityOf(all),
      50,
      ['portfolio.pipeline.weighted', 'portfolio.pipeline.growth.weighted', 'portfolio.pipeline.overdue'],
      paramsOf(scope, all),
    ),
    ...byAccount.map(([id, own]) =>
      findingAbout(
        id,
        'pipeline.account',
        severityOf(own),
        40,
        ['pipeline.weighted', 'pipeline.overdue'],
        paramsOf(scope, own),
      ),
    ),
  ];
};

const severityOf = (opportunities: readonly OpenOpportunity[]): Finding['severity'] =>
  pipelineOf(opportunities).overdue > 0 ? 'attention' : 'notable';

const paramsOf = (scope: Scope, opportunities: readonly OpenOpportunity[]): Finding['params'] => {
  const whole = pipelineOf(opportunities);
  const growth = pipelineOf(opportunities.filter(({ item }) => item.kind !== 'renewal'));
  const kinds = [...new Set(opportunities.map(({ item }) => item.kind))].filter(
    kind => kind !== 'renewal' || growth.count === 0,
  );
  const stale = opportunities.filter(({ overdue }) => overdue === true);
  const lacking = opportunities.filter(({ weighted }) => weighted === undefined);
  const staleValue = sumOfMoney(stale.map(({ value }) => value));
  return {
    count: count(whole.count),
    known: count(whole.weightable.n),
    weighted: amount(scope, whole.weighted),
    growth: amount(scope, growth.weighted),
    newShare: share(ratio(growth.weighted ?? zero, whole.weighted ?? zero) ?? 0),
    mix: choice(mixOf(growth, whole)),
    kinds: count(kinds.length),
    kind: term('opportunity-inline', kinds[0] ?? 'new'),
    overdue: count(whole.overdue),
    staleNames: quoted(namesOf(stale)),
    staleNamed: choice(stale.length > 0 && namesOf(stale).length === stale.length ? 'yes' : 'no'),
    staleAccounts: accounts(customersOf(stale)),
    staleValue: amount(scope, staleValue),
    valued: choice(staleValue === undefined || staleValue.isZero() ? 'no' : 'yes'),
    days: count(relationshipOf(scope).staleOpportunity),
    gaps: count(whole.weightable.of - whole.weightable.n),
    gapAccounts: accounts(customersOf(lacking)),
    // One that both lacks something and is stale is one, not two.
    same: choice(lacking.length === 1 && stale.length === 1 && lacking[0] === stale[0] ? 'yes' : 'no'),
    gap: choice(gapOf(lacking)),
    gapNames: quoted(namesOf(lacking)),
    gapsNamed: choice(namesOf(lacking).length === lacking.length ? 'yes' : 'no'),
  };
};

const namesOf = (opportunities: readonly OpenOpportunity[]): readonly LocalizedText[] =>
  opportunities.map(({ item: { name, id } }) => name ?? id).filter(name => name !== undefined);

const customersOf = (opportunities: readonly OpenOpportunity[]): readonly string[] => [
  ...new Set(opportunities.map(({ customer }) => customer.id)),
];

/** What those lack that cannot be weighted. */
const gapOf = (lacking: readonly OpenOpportunity[]): 'value' | 'probability' | 'both' => {
  const unvalued = lacking.some(({ value }) => value === undefined);
  if (unvalued && lacking.some(({ item }) => item.probability === undefined)) return 'both';
  return unvalued ? 'value' : 'probability';
};

/** Whether what is worth something is new revenue, renewal, or some of each; new revenue that nobody has valued is not said to be nothing. */
const mixOf = (growth: Pipeline, whole: Pipeline): 'new' | 'renewal' | 'unvalued' | 'both' => {
  if (growth.count === whole.count) return 'new';
  if (growth.count === 0) return 'renewal';
  return growth.weightable.n === 0 ? 'unvalued' : 'both';
};
