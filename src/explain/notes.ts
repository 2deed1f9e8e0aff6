import type { Locale } from '../locale/locale.ts';
import { decimalsOf } from '../model/decimals.ts';
import type { Assumption, Figure } from '../model/figure.ts';
import type { SourceRef, Span } from '../model/source.ts';
import { isWorkedOut, type WorkedOutKind, type WorkedOutName, workedOutKinds } from '../model/worked-out.ts';
import { settingBehind } from './settings.ts';

/** `data/accounts/x.yaml:12:9` */
export const placeText = ({ file, line, column }: Span): string => `${file}:${line}:${column}`;

/** Value and unit, or why there is none. */
export const valueText = (figure: Figure, locale: Locale): string =>
  figure.unavailable === undefined
    ? locale.figure(figure)
    : locale.t('explain.unavailable', { reason: locale.reason(figure.unavailable) });

/** What must be known to read the value right: cut-offs, coverage, interval, sample size. One sentence each. */
export const notesOf = (
  figure: Figure,
  locale: Locale,
  locate: (ref: SourceRef) => Span | undefined,
): readonly string[] => [
  ...(figure.assumptions ?? []).map(assumption => assumptionText(assumption, locale, locate)),
  ...(figure.coverage === undefined ? [] : [locale.t('explain.coverage', { ...figure.coverage })]),
  ...intervalText(figure, locale),
  ...(figure.kept === true ? [locale.t('explain.kept')] : []),
  ...(figure.smallSample === true ? [locale.t('explain.smallSample')] : []),
  ...(figure.noInterval === undefined || figure.value === undefined
    ? []
    : [locale.t('explain.noInterval', { reason: locale.reason(figure.noInterval) })]),
];

/** A setting by the key that one types, what the data gave in words; with the place where somebody wrote it. */
const assumptionText = (
  assumption: Assumption,
  locale: Locale,
  locate: (ref: SourceRef) => Span | undefined,
): string => {
  const { name, value, source } = assumption;
  if (isWorkedOut(name)) {
    const found = {
      name: locale.t(`explain.worked-out.${name}`),
      value: workedOutText(name, value, locale),
    };
    const span = source === undefined ? undefined : locate(source);
    return span === undefined
      ? locale.t('explain.assumption', found)
      : locale.t('explain.written', { ...found, place: placeText(span) });
  }
  const shown = typeof value === 'number' ? locale.number(value, { precision: decimalsOf(value) }) : value;
  const setting = settingBehind(assumption);
  const span = setting === undefined ? undefined : locate(setting);
  return span === undefined
    ? locale.t('explain.default', { name, value: shown })
    : locale.t('explain.set', { name, value: shown, place: placeText(span) });
};

const workedOutText = (name: WorkedOutName, value: number | string, locale: Locale): string => {
  const kind: WorkedOutKind = workedOutKinds[name];
  if (typeof value === 'number') return locale.number(value, { precision: Math.min(2, decimalsOf(value)) });
  if (typeof kind === 'object') return locale.term(kind.term, value);
  return kind === 'period' ? locale.period(value) : locale.date(value);
};

const intervalText = ({ interval, unit, precision }: Figure, locale: Locale): readonly string[] => {
  if (interval === undefined) return [];
  const bound = (value: number): string => locale.measure(value, unit, { precision, place: 'text' });
  const level = interval.level === undefined ? '' : locale.measure(interval.level, 'share', { precision: 0 });
  return [
    locale.t(`explain.interval.${interval.kind}`, {
      low: bound(interval.low),
      high: bound(interval.high),
      level,
    }),
  ];
};
