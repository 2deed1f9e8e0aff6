import type { Quarter } from '../../model/account.ts';
import { median } from '../../model/averages.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { grouped } from './grouped.ts';
import type { Tools } from './tools.ts';

/** Amounts and counts of one quarter against each other. Revenue and margin may be negative: credit notes, losses. */
export function* checkAmounts({ accounts }: Draft, tools: Tools): Generator<Diagnostic> {
  for (const slip of slips) yield* grouped(accounts.flatMap(account => inAccount(account, slip, tools)));
  for (const account of accounts) yield* checkAnswers(account, tools);
}

interface Slip {
  readonly field: keyof Quarter;
  readonly what: string;
  readonly hint: string;
  readonly isOne: (value: number, quarter: Quarter, account: Account) => boolean;
}

const negative = (field: 'plan' | 'forecast' | 'costToServe' | 'newBusiness'): Slip => ({
  field,
  what: `"${field}" is less than zero`,
  hint: 'Take the minus away; credit notes belong to revenue, and to margin.',
  isOne: value => value < 0,
});

const aboveRevenue = (field: 'margin' | 'costToServe' | 'newBusiness', hint: string): Slip => ({
  field,
  what: `"${field}" is greater than revenue`,
  hint,
  isOne: (value, { revenue }) => revenue !== undefined && revenue > 0 && value > revenue,
});

const withoutRevenue = (field: 'margin' | 'newBusiness'): Slip => ({
  field,
  what: `"${field}" is greater than zero without any revenue`,
  hint: 'Correct one of the two: it is a part of the revenue.',
  isOne: (value, { revenue }) => revenue !== undefined && revenue <= 0 && value > 0,
});

/** Part of what the other quarters have from which a negative revenue is rather a slip than credit notes. */
const slipOfSign = 0.5;

const fewestOthers = 2;

const signedWrong: Slip = {
  field: 'revenue',
  what: '"revenue" is less than zero and about as large as in the other quarters',
  hint: 'Take the minus away, unless more was credited than sold.',
  isOne: (value, _, { history }) => {
    if (value >= 0) return false;
    const sold = Object.values(history).flatMap(({ revenue = 0 }) => (revenue > 0 ? [revenue] : []));
    const usual = median(sold);
    return sold.length >= fewestOthers && usual !== undefined && -value >= slipOfSign * usual;
  },
};

const slips: readonly Slip[] = [
  signedWrong,
  withoutRevenue('margin'),
  withoutRevenue('newBusiness'),
  aboveRevenue('margin', 'Correct one of the two: the margin is what is left of the revenue.'),
  aboveRevenue('newBusiness', 'Correct one of the two: new business is a part of the revenue.'),
  aboveRevenue('costToServe', 'Check both: is one of them in thousands, or of another period?'),
  negative('plan'),
  negative('forecast'),
  negative('costToServe'),
  negative('newBusiness'),
];

/** One report an account, at the first quarter. */
const inAccount = (
  account: Account,
  { field, what, hint, isOne }: Slip,
  { locate }: Tools,
): readonly Diagnostic[] => {
  const { history, source } = account;
  const quarters = Object.keys(history)
    .filter(period => {
      const quarter = history[period];
      const value = quarter?.[field];
      return quarter !== undefined && value !== undefined && isOne(value, quarter, account);
    })
    .sort();
  const [first] = quarters;
  if (first === undefined) return [];
  return [catalogue.implausibleAmount(locate(at(source, 'history', first, field)), what, quarters, hint)];
};

/** Nobody answers who was not asked. */
function* checkAnswers({ history, surveys, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [period, { surveyed }] of Object.entries(history)) {
    if (surveyed === undefined) continue;
    const answers = surveys.filter(survey => survey.period === period).length;
    if (answers > surveyed)
      yield catalogue.moreThanAll(
        locate(at(source, 'history', period, 'surveyed')),
        'surveys',
        answers,
        'surveyed',
        surveyed,
      );
  }
}
