import type { Row, Series } from '../../model/series.ts';
import { byAccount } from '../by-account.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { effortById, resourceShares } from './shares.ts';
import { shareMeasures } from './worth.ts';

const { orMissing } = column;

const sharesOf = byAccount(
  scope => scope.of(resourceShares),
  ({ customer }) => customer.id,
);

/**
 * `account.<id>.resources.ratios`: what a key account gets against what it is worth, by every base that a page speaks of,
 * and which of them decides. Hours among all customers and resources among key accounts give different ratios of one fact.
 */
export const accountRatioSeries = (scope: Scope, account: string): Series[] => {
  const [shares] = sharesOf(scope, account);
  const effort = scope.of(effortById).get(account);
  if (shares === undefined || effort === undefined) return [];
  const judged = shares.verdict !== undefined;
  const rows: Row[] = [
    ...shareMeasures.map(measure => ({
      account,
      resourceBase: measure,
      gets: orMissing(shares.share),
      worthShare: orMissing(shares.worth[measure]),
      shareRatio: orMissing(shares.ratios[measure]),
      decides: judged && shares.farthest?.measure === measure,
    })),
    {
      account,
      resourceBase: 'hours',
      gets: orMissing(effort.hoursShare),
      worthShare: orMissing(effort.revenueShare),
      shareRatio: orMissing(effort.ratio),
      decides: !judged && effort.verdict !== undefined,
    },
  ].filter(row => row.shareRatio !== null);
  return [
    {
      id: `account.${account}.resources.ratios`,
      columns: [
        column.account,
        column.term('resourceBase', 'resource-base'),
        column.share('gets'),
        column.share('worthShare'),
        column.measure('shareRatio', 'index', 2),
        column.flag('decides'),
      ],
      rows,
      inputs: [],
      rowInputs: rows.map(({ resourceBase }) =>
        resourceBase === 'hours'
          ? [`account.${account}.effort.ratio`]
          : [`account.${account}.resources.ratio.${resourceBase}`],
      ),
    },
  ];
};
