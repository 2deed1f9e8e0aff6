import type { Analysis } from '../analysis/analyze.ts';
import { asOf } from '../analysis/as-of.ts';
import { keyCustomers } from '../analysis/customers.ts';
import { kams } from '../analysis/kams.ts';
import { kpiSettingsOf } from '../analysis/kpi/settings.ts';
import { adaptation, changesOf, type PlanState } from '../analysis/programme/adaptation.ts';
import { phaseSettingsOf } from '../analysis/programme/phase.ts';
import { onDemand } from '../analysis/reading/reading.ts';
import type { Scope } from '../analysis/scope.ts';
import { currentSpan, priorSpan } from '../analysis/spans.ts';
import { isolated } from '../locale/direction.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import { dateOfDay, dayOf } from '../model/days.ts';
import { decimalsOf } from '../model/decimals.ts';
import { daysOf, next, type PeriodId, previous } from '../model/period.ts';
import type { LocalizedText } from '../model/text.ts';
import type { Account } from '../model/workspace.ts';
import { type KamView, kamView } from './kam-view.ts';
import type { Subject, SubjectKind } from './subject.ts';

/** Another document of the build. */
export interface DocumentLink {
  readonly notebook: string;
  readonly title: string;
  readonly subject?: string;
  readonly locale: string;
  readonly format: 'html' | 'pdf';
  /** Relative to the folder of the period. */
  readonly path: string;
  /** Names of the accounts that it is about, and of the key account managers concerned: what one looks for it by. */
  readonly accounts: readonly string[];
  readonly kams: readonly string[];
}

/** What a template can name without a helper. Formatted text and texts of the workspace, frozen. */
export interface View {
  readonly company: string;
  readonly currency: string;
  /** T3 2026 */
  readonly period: string;
  /** T2 2026 */
  readonly previousPeriod: string;
  /** T4 2026 */
  readonly nextPeriod: string;
  /** enero–septiembre de 2026: the span over which revenue is summed */
  readonly span: string;
  readonly priorSpan: string;
  /** 30 de septiembre de 2026 */
  readonly dataAsOf: string;
  /** 30 sept 2026: as it stands in the sources of tables. */
  readonly dataDay: string;
  /** Where the numbers come from, as the workspace says it. */
  readonly source: LocalizedText;
  /** Statements of the programme; empty where there are none. */
  readonly vision: LocalizedText;
  readonly mission: LocalizedText;
  /** Cut-offs that the methods used. */
  readonly cuts: Readonly<
    Record<
      | 'singleClient'
      | 'attention'
      | 'topShare'
      | 'paretoShare'
      | 'confidence'
      | 'trendQuarters'
      | 'trendBand'
      | 'effortLow'
      | 'effortHigh'
      | 'signalHolds',
      string
    >
  >;
  /** The account that the document is about. */
  readonly account: AccountView | null;
  /** The key account manager that the document is about. */
  readonly kam: KamView | null;
  /** Accounts with key status. */
  readonly accounts: readonly AccountView[];
  readonly kams: readonly KamView[];
  /** Segmentation schemes. */
  readonly schemes: readonly { readonly id: string; readonly name: LocalizedText }[];
  /** Each segmentation scheme with each later one: ids for both stars of `portfolio.segments.*.by.*`. */
  readonly crossings: readonly {
    readonly id: readonly [string, string];
    readonly first: LocalizedText;
    readonly second: LocalizedText;
  }[];
}

/** An account as a template names it. Every name is always there; what is not recorded is an empty text. */
export interface AccountView {
  readonly kind: 'account';
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly industry: string;
  readonly country: string;
  readonly region: string;
  readonly location: string;
  readonly since: string;
  /** Quarter since which it has key status. */
  readonly keySince: string;
  readonly manager: string;
  readonly sponsor: string;
  readonly type: string;
  /** Whether its plan was reviewed within the cadence, longer ago or never; empty without key status. */
  readonly planState: PlanState | '';
  /** Day of the last review of its plan, and the day by which the cadence asks for the next. */
  readonly planReviewed: string;
  readonly planReviewDue: string;
  readonly vision: LocalizedText;
  readonly mission: LocalizedText;
}

export const viewNames: readonly (keyof View)[] = [
  'company',
  'currency',
  'period',
  'previousPeriod',
  'nextPeriod',
  'span',
  'priorSpan',
  'dataAsOf',
  'dataDay',
  'source',
  'vision',
  'mission',
  'cuts',
  'account',
  'kam',
  'accounts',
  'kams',
  'schemes',
  'crossings',
];

/** What `{{account.…}}` and `{{kam.…}}` may go on with. */
export const subjectFields: Readonly<Record<SubjectKind, readonly string[]>> = {
  account: [
    'id',
    'name',
    'shortName',
    'industry',
    'country',
    'region',
    'location',
    'since',
    'keySince',
    'manager',
    'sponsor',
    'type',
    'planState',
    'planReviewed',
    'planReviewDue',
    'vision',
    'mission',
  ] satisfies readonly (keyof AccountView)[],
  kam: ['id', 'name', 'title', 'team', 'since', 'customers'] satisfies readonly (keyof KamView)[],
};

export const createView = (
  {
    analysis,
    locale,
    names,
  }: { readonly analysis: Analysis; readonly locale: Locale; readonly names: Names },
  subject: Subject | undefined,
): View => {
  const { scope } = analysis;
  const { settings } = scope.workspace;
  const schemes = scope.workspace.program.segments?.schemes ?? [];
  // Made when a template names them: most documents name none but their own, and don't rest on the others.
  const accounts = onDemand(scope.reading, () =>
    keyCustomers(scope).map(customer => accountView(customer.account, analysis, locale, names)),
  );
  const kamViews = onDemand(scope.reading, () =>
    scope.of(kams).map(kam => kamView(kam, scope, locale, names)),
  );
  return Object.freeze({
    company: isolated(settings.company.name),
    currency: settings.currency,
    period: locale.period(scope.period),
    previousPeriod: locale.period(previous(scope.period)),
    nextPeriod: locale.period(next(scope.period)),
    span: spanText(locale, currentSpan(scope), settings.fiscalYearStart),
    priorSpan: spanText(locale, priorSpan(scope), settings.fiscalYearStart),
    dataAsOf: locale.date(asOf(scope)),
    dataDay: locale.shortDate(asOf(scope)),
    source: settings.document.source ?? '',
    vision: scope.workspace.program.statements?.vision?.text ?? '',
    mission: scope.workspace.program.statements?.mission?.text ?? '',
    cuts: cutsOf(scope, locale),
    account: subject?.kind === 'account' ? accountView(subject.account, analysis, locale, names) : null,
    kam: subject?.kind === 'kam' ? kamView(subject.kam, scope, locale, names) : null,
    get accounts() {
      return accounts();
    },
    get kams() {
      return kamViews();
    },
    schemes: schemes.map(({ id, name }) => ({ id, name })),
    crossings: schemes.flatMap((first, index) =>
      schemes.slice(index + 1).map(second => ({
        id: [first.id, second.id] as const,
        first: first.name,
        second: second.name,
      })),
    ),
  });
};

const accountView = (account: Account, { scope }: Analysis, locale: Locale, names: Names): AccountView => {
  const designation = account.key.find(
    ({ from, to }) => from <= scope.period && (to === undefined || scope.period <= to),
  );
  return Object.freeze({
    kind: 'account',
    id: account.id,
    name: isolated(account.name),
    shortName: isolated(account.shortName ?? account.name),
    industry: names.word(account.industry ?? '', locale),
    country: names.word(account.country ?? '', locale),
    region: names.word(account.region ?? '', locale),
    location: names.word(account.location ?? '', locale),
    since: account.since === undefined ? '' : locale.shortDate(account.since),
    keySince: designation === undefined ? '' : locale.period(designation.from),
    manager: account.manager === undefined ? '' : names.person(account.manager),
    sponsor: account.sponsor === undefined ? '' : names.person(account.sponsor),
    type: account.type === undefined ? '' : locale.term('accountType', account.type),
    ...planReviewOf(account, scope, locale),
    vision: account.vision?.text ?? '',
    mission: account.mission?.text ?? '',
  });
};

const planReviewOf = (
  { id }: Account,
  scope: Scope,
  locale: Locale,
): Pick<AccountView, 'planState' | 'planReviewed' | 'planReviewDue'> => {
  const plan = scope.of(adaptation).plans.find(({ customer }) => customer.id === id);
  const { state = '', reviewed } = plan ?? {};
  return {
    planState: state,
    planReviewed: reviewed === undefined ? '' : locale.shortDate(reviewed),
    planReviewDue:
      reviewed === undefined
        ? ''
        : locale.shortDate(dateOfDay(dayOf(reviewed) + changesOf(scope).planCadence)),
  };
};

const cutsOf = (scope: Scope, locale: Locale): View['cuts'] => {
  const { thresholds } = scope.workspace.settings;
  const { quarters, band } = kpiSettingsOf(scope).trend;
  const share = (value: number): string => locale.measure(value, 'share', { precision: 0, place: 'text' });
  const ratio = (value: number): string =>
    locale.number(value, { precision: Math.min(2, decimalsOf(value)) });
  return {
    singleClient: share(thresholds.singleClient),
    attention: share(thresholds.attention),
    topShare: share(thresholds.topShare),
    paretoShare: share(thresholds.paretoShare),
    confidence: share(thresholds.confidence),
    trendQuarters: String(quarters),
    trendBand: share(band),
    effortLow: ratio(thresholds.effortLow),
    effortHigh: ratio(thresholds.effortHigh),
    signalHolds: ratio(phaseSettingsOf(scope).holdsFrom),
  };
};

/** "enero–septiembre de 2026", or "octubre de 2025–septiembre de 2026" where the span crosses a year. */
export const spanText = (locale: Locale, periods: readonly PeriodId[], startMonth: number): string => {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return '';
  return locale.months(daysOf(first, startMonth).first, daysOf(last, startMonth).last);
};
