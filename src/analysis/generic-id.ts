import { recent } from './recent.ts';

/**
 * The id with `*` where it names something of one workspace: `account.aceros-montgo.score.total` → `account.*.score.total`,
 * `account.a.value-price.lime.value` → `account.*.value-price.*.value`, `kam.ines-ferrando.load` → `kam.*.load`,
 * `account.a.score.criterion.volume` → `account.*.score.criterion.*`, `segment.industry.water.kpi.nps` → `segment.*.*.kpi.nps`,
 * `portfolio.segments.industry.members` → `portfolio.segments.*.members`.
 */
export const genericId = (id: string): string => ofAnyAccount(starred(id));

/** The account that an id is about; undefined for ids of the portfolio. */
export const accountIn = (id: string): string | undefined => {
  if (!id.startsWith(accounts)) return undefined;
  const end = id.indexOf('.', accounts.length);
  return end > accounts.length ? id.slice(accounts.length, end) : undefined;
};

const accounts = 'account.';

/** The id with `*` for its account: thousands of accounts share what follows their names. */
export const starred = (id: string): string => {
  const account = accountIn(id);
  return account === undefined ? id : `${accounts}*${id.slice(accounts.length + account.length)}`;
};

/** More than there are kinds of ids. A page asks for those of a thousand figures. */
const kept = 5_000;

const ofAnyAccount = recent(
  id =>
    id
      .replace(/^(account|kam)\.[a-z0-9-]+\./, '$1.*.')
      .replace(/\.(criterion|criterion-then|criterion-change|weight)\.[a-z0-9-]+/, '.$1.*')
      .replace(/^(account\.\*\.value-price)\.[a-z0-9-]+\./, '$1.*.')
      .replace(/^(kpi\.[a-z-]+\.(?:channel|seller|contacts|group))\.[a-z0-9-]+$/, '$1.*')
      .replace(/^(programme\.phase\.signal)\.[a-z0-9-]+/, '$1.*')
      .replace(/^(kam\.\*|programme)\.incentive\.[a-z0-9-]+/, '$1.incentive.*')
      .replace(/^((?:kam\.\*|programme)\.incentive\.\*\.(?:rule|scenario))\.[a-z0-9-]+/, '$1.*')
      .replace(/^segment\.[a-z0-9-]+\.[a-z0-9-]+\./, 'segment.*.*.')
      .replace(/^portfolio\.segments\.[a-z0-9-]+(\.by)\.[a-z0-9-]+/, 'portfolio.segments.*$1.*')
      .replace(/^portfolio\.segments\.(?!\*)[a-z0-9-]+/, 'portfolio.segments.*')
      .replace(/^portfolio\.segments\.\*\.(?!by\.)[a-z0-9-]+\./, 'portfolio.segments.*.*.'),
  kept,
);
