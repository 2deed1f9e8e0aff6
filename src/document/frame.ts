import { asOf } from '../analysis/as-of.ts';
import { currentSpan } from '../analysis/spans.ts';
import { palettesOf } from '../brand/palette.ts';
import { chartNamed } from '../charts/index.ts';
import { isolated } from '../locale/direction.ts';
import { quarterOf, yearOf } from '../model/period.ts';
import { spanWidth } from './blocks/chart.ts';
import type { Sources } from './composer.ts';
import { escapeMarkup } from './escape.ts';
import type { Cover, DocumentBrand, Running } from './model.ts';
import { spanText } from './view.ts';

/** What the margins of every page say. */
export const runningOf = ({ analysis, locale, names, subject }: Sources): Running => {
  const { settings } = analysis.scope.workspace;
  return {
    ...(subject === undefined
      ? {}
      : { subject: subject.kind === 'account' ? names.shortAccount(subject.id) : subject.name }),
    company: isolated(settings.company.name),
    name: isolated(settings.brand.name ?? settings.company.name),
    period: locale.period(analysis.scope.period),
    classification: [
      locale.term('classification', settings.document.classification),
      ...editionOf({ analysis, locale }),
    ].join(' · '),
    status: statusText({ analysis, locale }),
  };
};

const statusText = ({ analysis, locale }: Pick<Sources, 'analysis' | 'locale'>): string => {
  const { status, version } = analysis.scope.workspace.settings.document;
  const text = locale.term('status', status);
  return version === undefined ? text : locale.t('interface.statusVersion', { status: text, version });
};

/** For whom an edition was redacted: on every page, so that it is never taken for the whole. */
const editionOf = ({ analysis, locale }: Pick<Sources, 'analysis' | 'locale'>): readonly string[] => {
  const { redacted } = analysis.scope.workspace;
  return redacted === undefined
    ? []
    : [locale.t('redaction.edition', { audience: locale.marked(redacted.title) })];
};

/** What an edition lacks; undefined where it is whole. */
const takenOut = ({ analysis, locale }: Pick<Sources, 'analysis' | 'locale'>): string | undefined => {
  const { redacted } = analysis.scope.workspace;
  if (redacted === undefined) return undefined;
  const said = (group: string, names: readonly string[]): string[] =>
    names.length === 0
      ? []
      : [
          locale.t(`redaction.${group}`, {
            list: locale.list(names.map(name => nameIn(group, name, locale))),
          }),
        ];
  return [...said('names', redacted.names), ...said('hidden', redacted.hidden)].join('; ');
};

/** A group of fields in words; a key as the data page writes it. */
const nameIn = (group: string, name: string, { has, t }: Sources['locale']): string => {
  const key = group === 'names' ? `redaction.kinds.${name}` : `redaction.fields.${name}`;
  return has(key) ? t(key) : name;
};

/** Colours, type and logo of the workspace. */
export const brandOf = ({ analysis, locale }: Sources): DocumentBrand => {
  const { settings, brand } = analysis.scope.workspace;
  const { logo, type } = settings.brand;
  const told = typeof logo === 'object' ? logo.alternative : undefined;
  const name = settings.brand.name ?? settings.company.name;
  const alternative = told === undefined ? locale.t('page.logo', { name }) : locale.marked(told);
  return {
    palettes: palettesOf(settings.brand),
    ...(type === undefined ? {} : { family: type.family }),
    ...(brand?.logo === undefined ? {} : { logo: { ...brand.logo, alternative } }),
  };
};

/** The cover page: what, when, for whom, in what state. */
export const coverOf = (sources: Sources): Cover => {
  const { analysis, locale } = sources;
  const { scope } = analysis;
  const { company, document } = scope.workspace.settings;
  const row = (key: string, value: string | undefined): Cover['rows'] =>
    value === undefined || value === '' ? [] : [{ label: locale.t(`cover.${key}`), value }];
  const prepared = [
    document.preparedBy && locale.marked(document.preparedBy),
    document.preparedOn && locale.date(document.preparedOn),
  ].filter(part => part !== undefined);
  return {
    period: [locale.quarter(scope.period), String(yearOf(scope.period))],
    ...(company.tagline === undefined ? {} : { tagline: locale.marked(company.tagline) }),
    ...(document.audience === undefined ? {} : { audience: locale.marked(document.audience) }),
    ...coverDrawing(sources),
    rows: [
      ...row(
        'period',
        locale.t('cover.periodLong', {
          quarter: quarterOf(scope.period),
          year: String(yearOf(scope.period)),
          span: spanText(locale, currentSpan(scope), scope.workspace.settings.fiscalYearStart),
        }),
      ),
      ...row('status', statusText(sources)),
      ...row('classification', locale.term('classification', document.classification)),
      ...row(
        'dataAsOf',
        locale.t('cover.dataAsOfCurrency', {
          date: locale.date(asOf(scope)),
          currency: scope.workspace.settings.currency,
        }),
      ),
      ...row('preparedBy', prepared.join(', ')),
      ...row('redacted', takenOut(sources)),
    ],
  };
};

const coverDrawing = (sources: Sources): Pick<Cover, 'drawing' | 'note' | 'lead' | 'leadLabel'> => {
  const { analysis, locale, names, subject } = sources;
  const chart = chartNamed('cover-stripes');
  if (chart === undefined || analysis.scope.workspace.settings.brand.cover === 'plain') return {};
  const input = {
    analysis,
    locale,
    names,
    width: spanWidth(12),
    ...(subject?.kind === 'account' ? { account: subject.id } : {}),
  };
  const drawn = chart.draw(input, chart.options.parse({}));
  if ('unavailable' in drawn) return {};
  return { drawing: drawn, note: escapeMarkup(drawn.alternative), ...leadOf(sources) };
};

/** The share of the largest customer, below its stripe. */
const leadOf = ({ analysis, locale, names }: Sources): Pick<Cover, 'lead' | 'leadLabel'> => {
  const [largest] = analysis.series.get('portfolio.customers')?.rows ?? [];
  const share = analysis.figures.get('portfolio.concentration.top1');
  if (typeof largest?.account !== 'string' || share?.value === undefined) return {};
  return { lead: locale.figure(share), leadLabel: names.account(largest.account) };
};
