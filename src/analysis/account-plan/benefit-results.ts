import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import { quotient } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { figuresOf } from '../make.ts';
import { threshold } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { choice, count, figure, findingAbout } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { rateSource, sumOfTerms } from '../terms.ts';
import { type AccountBenefits, accountBenefits, accountBenefitsOf, type Side } from './benefits.ts';
import { registerOf } from './register.ts';
import { accountOffersOf, isKnown } from './value-price.ts';

const sides: readonly Side[] = ['customer', 'supplier'];

export const accountBenefitFigures = (scope: Scope, method: string, id: string): Figure[] =>
  accountBenefitsOf(scope, id).flatMap(found => {
    const { account } = found.customer;
    const make = figuresOf(method, scope.period);
    const prefix = `account.${id}.benefit`;
    const ofSide = (side: Side): Figure => {
      const own = found.gains.filter(({ benefit }) => benefit.for === side);
      const { total, coverage } = found.sides[side];
      const { inputs, formula } = sumOfTerms(
        own.map(({ source, benefit }) => [
          at(source, 'amount'),
          ...rateSource(scope, account, benefit.period),
        ]),
      );
      return make(
        `${prefix}.${side}`,
        total?.toNumber() ?? { code: own.length === 0 ? 'no-gains' : 'no-gain-amounts' },
        column.moneyUnit(scope),
        0,
        inputs.length === 0 ? [at(account.source, 'benefits')] : inputs,
        { coverage, polarity: 'higher', formula },
      );
    };
    const both = [`${prefix}.customer`, `${prefix}.supplier`];
    const assumptions = [threshold(scope, 'benefitRatio')];
    return [
      ...sides.map(ofSide),
      make(`${prefix}.ratio`, found.ratio ?? { code: 'no-two-sided-amounts' }, 'multiple', 1, both, {
        assumptions,
        coverage: coverageOf(found),
        formula: quotient(0, 1),
      }),
      make(`${prefix}.verdict`, found.verdict, 'term', 0, both, {
        assumptions,
        vocabulary: 'benefit-verdict',
      }),
    ];
  });

const coverageOf = ({ sides: { customer, supplier } }: AccountBenefits): { n: number; of: number } => ({
  n: customer.coverage.n + supplier.coverage.n,
  of: customer.coverage.of + supplier.coverage.of,
});

export const accountBenefitSeries = (scope: Scope, id: string): Series[] =>
  accountBenefitsOf(scope, id).map(({ customer: { account }, gains }) =>
    registerOf(
      account,
      'benefits',
      [
        column.term('gainer', 'gainer'),
        column.text('gain'),
        column.period,
        column.amount(scope, 'amount'),
        { id: 'evidence', kind: 'text', absent: 'no-evidence' },
      ],
      gains.map(({ benefit, value, source }) => ({
        row: {
          gainer: benefit.for,
          gain: benefit.title,
          period: benefit.period,
          amount: column.moneyCell(value),
          evidence: benefit.evidence ?? null,
        },
        inputs: [source],
      })),
    ),
  );

const paysTooMuch = (scope: Scope, id: string): boolean =>
  accountOffersOf(scope, id).some(({ offers }) =>
    offers.some(({ surplus }) => isKnown(surplus) && surplus.isNegative()),
  );

/** Whether both sides gain, and by how much. */
export const benefitFindings = (scope: Scope): readonly Finding[] =>
  scope
    .of(accountBenefits)
    .map(({ customer, gains, verdict, ratio, sides: { customer: theirs, supplier: ours } }) =>
      findingAbout(
        customer.id,
        'account.benefit',
        verdict === 'balanced' ? 'good' : verdict === 'unclear' ? 'notable' : 'attention',
        25,
        ['benefit.customer', 'benefit.supplier', 'benefit.ratio', 'benefit.verdict'],
        {
          verdict: choice(verdict),
          // Who pays more than it is worth gives nothing back in price.
          dear: choice(paysTooMuch(scope, customer.id) ? 'yes' : 'no'),
          known: choice(ratio === undefined ? 'no' : 'yes'),
          ratio: figure(`account.${customer.id}.benefit.ratio`),
          theirs: figure(`account.${customer.id}.benefit.customer`),
          ours: figure(`account.${customer.id}.benefit.supplier`),
          theirCount: count(theirs.coverage.of),
          ourCount: count(ours.coverage.of),
          valued: count(theirs.coverage.n + ours.coverage.n),
          gains: count(gains.length),
          unvalued: count(gains.length - theirs.coverage.n - ours.coverage.n),
        },
      ),
    );
