import type { Figure } from '../../model/figure.ts';
import type { Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import { figuresOf } from '../make.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { rateSource, sumOfTerms } from '../terms.ts';
import { accountPlansOf } from './plan.ts';
import { registerOf } from './register.ts';
import { sumOf } from './worth.ts';

type Opportunity = Account['opportunities'][number];
type Growth = { readonly opportunity: Opportunity; readonly source: SourceRef };

/** What we and the customer seek to win together, known at the date of the data. */
const jointGrowth = (scope: Scope, { opportunities, source }: Account): readonly Growth[] =>
  opportunities.flatMap((opportunity, index) =>
    opportunity.kind === 'joint-growth' && (opportunity.opened ?? '') <= asOf(scope)
      ? [{ opportunity, source: at(source, 'opportunities', index) }]
      : [],
  );

const isOpen = ({ opportunity: { stage } }: Growth): boolean => stage === 'open' || stage === 'prospecting';

export const accountJointGrowthFigures = (scope: Scope, method: string, id: string): Figure[] =>
  accountPlansOf(scope, id).flatMap(({ customer: { account } }) => {
    const all = jointGrowth(scope, account);
    const figure = (name: string, found: readonly Growth[], reason: string): Figure => {
      const { total, coverage } = sumOf(
        found.map(({ opportunity }) => converted(scope, account, opportunity.value)),
      );
      const rate = rateSource(scope, account);
      const { inputs, formula } = sumOfTerms(found.map(({ source }) => [at(source, 'value'), ...rate]));
      return figuresOf(method, scope.period)(
        `account.${account.id}.plan.joint-growth-${name}`,
        total?.toNumber() ?? { code: found.length === 0 ? reason : 'no-joint-growth-value' },
        column.moneyUnit(scope),
        0,
        found.length === 0 ? [at(account.source, 'opportunities')] : inputs,
        { coverage, polarity: 'higher', formula },
      );
    };
    return [
      figure('open', all.filter(isOpen), 'no-open-joint-growth'),
      figure(
        'won',
        all.filter(({ opportunity }) => opportunity.stage === 'won'),
        'no-won-joint-growth',
      ),
    ];
  });

export const accountJointGrowthSeries = (scope: Scope, id: string): Series[] =>
  accountPlansOf(scope, id).map(({ customer: { account } }) =>
    registerOf(
      account,
      'plan.joint-growth',
      [
        column.text('opportunity'),
        column.term('stage', 'opportunity-stage'),
        column.amount(scope, 'value'),
        column.wholeShare('probability'),
        { id: 'opened', kind: 'date' },
        { id: 'closed', kind: 'date' },
      ],
      jointGrowth(scope, account).map(({ opportunity, source }) => ({
        row: {
          opportunity: opportunity.name ?? opportunity.id ?? null,
          stage: opportunity.stage,
          value: column.moneyCell(converted(scope, account, opportunity.value)),
          probability: opportunity.probability ?? null,
          opened: opportunity.opened ?? null,
          closed: opportunity.closed ?? null,
        },
        inputs: [source],
      })),
    ),
  );
