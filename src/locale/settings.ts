import { decimalsOf } from '../model/decimals.ts';
import type { Assumption, Unit } from '../model/figure.ts';
import { knownSetting, type SettingKind } from '../model/setting-kinds.ts';
import type { Locale } from './locale.ts';
import type { Names } from './names.ts';

interface Readers {
  readonly locale: Locale;
  readonly names: Pick<Names, 'declared'>;
  /** Of the report. */
  readonly currency: string;
}

/** What a setting is called, from the texts `settings.<name>`; undefined where readers have no words for it. */
export const settingName = (name: string, { locale, names }: Readers): string | undefined => {
  const known = knownSetting(name);
  const key = `settings.${known?.generic}`;
  if (known === undefined || !locale.has(key)) return undefined;
  const params = known.named.map((path, index) => [index + 1, nameOf(path, { locale, names })]);
  return locale.t(key, Object.fromEntries(params));
};

/** Cells and elements of congruence are the product's own; the rest has a name in the workspace. */
const nameOf = (path: readonly string[], { locale, names }: Pick<Readers, 'locale' | 'names'>): string => {
  const code = path.at(-1) ?? '';
  const term = `terms.congruence.${code}`;
  return path[0] === 'congruence' ? (locale.has(term) ? locale.t(term) : code) : names.declared(path, locale);
};

/** Its value with its unit; a value that readers have no words for prints as it was typed. */
export const settingValue = ({ name, value }: Assumption, readers: Readers): string => {
  const kind = knownSetting(name)?.kind ?? 'free-text';
  return typeof value === 'number' ? numberText(value, kind, readers) : codeText(value, kind, readers);
};

const numberText = (value: number, kind: SettingKind, { locale, currency }: Readers): string => {
  const precision = decimalsOf(value);
  switch (kind) {
    case 'switch':
      return locale.t(value === 0 ? 'interface.no' : 'interface.yes');
    case 'share':
    case 'points':
      return locale.measure(value, kind, { precision: Math.max(0, precision - 2), place: 'text' });
    case 'money':
      return locale.measure(value, `money:${currency}`, { precision, place: 'text' });
    case 'quarters':
    case 'hours':
    case 'times-a-year':
      return locale.t(`interface.settingIn.${kind}`, { count: value });
    default:
      return locale.measure(value, isUnit(kind) ? kind : 'index', { precision, place: 'text' });
  }
};

/** Kinds of numbers that are no units, and kinds of codes. */
const others: ReadonlySet<SettingKind> = new Set<SettingKind>([
  'period',
  'date',
  'day-list',
  'days-by-role',
  'free-text',
]);

const isUnit = (kind: SettingKind): kind is Unit & SettingKind =>
  typeof kind === 'string' && !others.has(kind);

const codeText = (value: string, kind: SettingKind, { locale }: Readers): string => {
  const items = value.split(', ');
  if (typeof kind === 'object') return items.map(item => termOr(locale, kind.terms, item)).join('; ');
  if (kind === 'period') return locale.period(value);
  if (kind === 'date') return locale.date(value);
  if (kind === 'switch') return locale.t(value === 'false' ? 'interface.no' : 'interface.yes');
  if (kind === 'day-list') return locale.t('interface.settingIn.day-list', { days: locale.list(items) });
  if (kind === 'days-by-role') return items.map(item => daysOfRole(item, locale)).join('; ');
  return termOr(locale, 'setting-value', value);
};

/** `champion: 60` */
const daysOfRole = (item: string, locale: Locale): string => {
  const [role = '', days = ''] = item.split(': ');
  return `${termOr(locale, 'role', role)}, ${locale.measure(Number(days), 'days', { precision: 0 })}`;
};

const termOr = (locale: Locale, vocabulary: string, code: string): string =>
  locale.has(`terms.${vocabulary}.${code}`) ? locale.term(vocabulary, code) : code;
