import type { Locale } from '../locale/locale.ts';
import { decimalsOf } from '../model/decimals.ts';
import type { Assumption, Figure } from '../model/figure.ts';
import type { SourceRef, Span } from '../model/source.ts';
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
];

const assumptionText = (
  assumption: Assumption,
  locale: Locale,
  locate: (ref: SourceRef) => Span | undefined,
): string => {
  const { name, value } = assumption;
  const shown = typeof value === 'number' ? locale.number(value, { precision: decimalsOf(value) }) : value;
  const setting = settingBehind(assumption);
  if (setting === undefined) return locale.t('explain.assumption', { name, value: shown });
  const span = locate(setting);
  return span === undefined
    ? locale.t('explain.default', { name, value: shown })
    : locale.t('explain.set', { name, value: shown, place: placeText(span) });
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
