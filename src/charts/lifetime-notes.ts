import type { Row } from '../model/series.ts';
import type { Position } from './bubble-positions.ts';
import type { ChartInput } from './chart.ts';
import { codeIn, flagIn } from './read.ts';
import { textWidth } from './text-width.ts';
import { labelSize } from './theme.ts';

/** What stands below the matrix: how lifetimes were estimated, and who is near a cut. */
export const lifetimeNotes = (
  input: ChartInput,
  rows: readonly Row[],
  positions: readonly Position[],
): string[] => {
  const { locale, names } = input;
  const estimators = new Set(rows.map(row => codeIn(row, 'estimator')));
  const signed = (['orders', 'declared'] as const).filter(estimator => estimators.has(estimator));
  const signs =
    signed.length === 0
      ? []
      : [...signed, ...(estimators.has('contract') ? (['contracts'] as const) : [])].map(estimator =>
          locale.t(`charts.lifetime.${estimator}`),
        );
  const isNear = new Set(rows.filter(row => flagIn(row, 'near')).map(row => codeIn(row, 'account')));
  const near = positions.filter(({ account }) => isNear.has(account));
  return [
    ...[signs.join('; ')].filter(text => text !== ''),
    ...(near.length === 0
      ? []
      : [
          nearLine(
            input,
            near.map(({ account }) => names.shortAccount(account)),
          ),
        ]),
  ];
};

/** As many names as fit on one line, the largest accounts first, and how many more there are. */
const nearLine = ({ locale, width }: ChartInput, accounts: readonly string[]): string => {
  const line = (count: number): string => {
    const more = accounts.length - count;
    const named = accounts.slice(0, count);
    const all = more === 0 ? named : [...named, locale.t('interface.moreAccounts', { count: more })];
    return locale.t('charts.lifetime.near', { accounts: locale.list(all) });
  };
  let count = accounts.length;
  while (count > 0 && textWidth(line(count), labelSize) > width) count--;
  return line(count);
};
