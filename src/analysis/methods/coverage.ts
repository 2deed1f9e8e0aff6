import type { FigureInput } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';
import { count, finding } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';

/** What could be recorded about an account, and which sections need it. */
const fields: readonly { readonly id: string; readonly has: (account: Account, scope: Scope) => boolean }[] =
  [
    { id: 'revenue', has: (account, scope) => inSpan(account, scope, 'revenue') },
    { id: 'plan', has: (account, scope) => inSpan(account, scope, 'plan') },
    { id: 'margin', has: (account, scope) => inSpan(account, scope, 'margin') },
    { id: 'costToServe', has: (account, scope) => inSpan(account, scope, 'costToServe') },
    { id: 'ratings', has: account => Object.keys(account.ratings).length > 0 },
    { id: 'strength', has: account => account.strength.length > 0 },
    { id: 'surveys', has: account => account.surveys.length > 0 },
    { id: 'contracts', has: account => account.contracts.length > 0 },
    { id: 'opportunities', has: account => account.opportunities.length > 0 },
    { id: 'interactions', has: account => account.interactions.length > 0 },
    { id: 'contacts', has: account => account.contacts.length > 0 },
    { id: 'manager', has: account => account.manager !== undefined },
  ];

const inSpan = (
  account: Account,
  scope: Scope,
  field: 'revenue' | 'plan' | 'margin' | 'costToServe',
): boolean => currentSpan(scope).some(period => account.history[period]?.[field] !== undefined);

/** Data quality: how many active accounts record each kind of data, and what the others would unlock. */
export const coverage: Method = {
  id: 'coverage',
  section: '0',
  literature: [],
  settings: [],
  run(scope) {
    const accounts = scope.workspace.accounts.filter(({ status }) => status === 'active');
    const figure = figuresOf('coverage', scope.period);
    const counted = fields.map(({ id, has }) => ({
      id,
      holders: accounts.filter(account => has(account, scope)),
    }));
    const inputs = (holders: readonly Account[]): FigureInput[] => holders.map(account => at(account.source));
    return {
      figures: counted.map(({ id, holders }) =>
        figure(
          `coverage.${id}`,
          accounts.length === 0 ? { code: 'no-accounts' } : holders.length / accounts.length,
          'share',
          0,
          inputs(holders),
          { coverage: { n: holders.length, of: accounts.length } },
        ),
      ),
      series: [
        {
          id: 'portfolio.coverage',
          columns: [
            { id: 'field', kind: 'term', vocabulary: 'coverage' },
            { id: 'n', kind: 'measure', unit: 'count', precision: 0 },
            { id: 'of', kind: 'measure', unit: 'count', precision: 0 },
            { id: 'coverageShare', kind: 'measure', unit: 'share', precision: 0 },
            { id: 'unlocks', kind: 'term', vocabulary: 'unlocks' },
          ],
          rows: counted.map(({ id, holders }) => ({
            field: id,
            n: holders.length,
            of: accounts.length,
            coverageShare: accounts.length === 0 ? null : holders.length / accounts.length,
            unlocks: id,
          })),
          inputs: accounts.map(account => at(account.source)),
        },
      ],
      findings:
        accounts.length === 0
          ? []
          : [thinData(counted.filter(({ holders }) => holders.length * 2 < accounts.length).length)],
    };
  },
};

/** How many kinds of data stand for less than half of the accounts. */
const thinData = (thin: number): Finding =>
  finding('data.coverage', thin * 2 > fields.length ? 'attention' : 'notable', 10, [], {
    thin: count(thin),
    fields: count(fields.length),
  });
