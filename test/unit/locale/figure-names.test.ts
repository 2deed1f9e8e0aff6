import { describe, expect, test } from 'vitest';
import { figureName, findFigureName } from '../../../src/locale/figure-names.ts';
import { createLocale, type Locale } from '../../../src/locale/locale.ts';
import { createMessages } from '../../../src/locale/messages.ts';

const terms = { kpi: { churn: 'Churn rate', nps: 'NPS' }, phase: { success: 'Success' } };
const localeWith = (figures: Readonly<Record<string, string>>): Locale =>
  createLocale('en', createMessages('en', { figures, terms }));

describe('the name of a figure', () => {
  test('is found for one account and for accounts in general', () => {
    const locale = localeWith({ 'account.*.share': 'Share' });
    expect(figureName('account.aceros-montgo.share', locale)).toBe('Share');
    expect(figureName('account.*.share', locale)).toBe('Share');
  });

  test('is missing where no pattern fits the whole id', () => {
    const locale = localeWith({ 'account.*.share': 'Share', 'portfolio.revenue': 'Revenue' });
    expect(figureName('account.share', locale)).toBeUndefined();
    expect(figureName('account.a.b.share', locale)).toBeUndefined();
    expect(figureName('portfolio.revenue.prior', locale)).toBeUndefined();
    expect(figureName('an.account.a.share', locale)).toBeUndefined();
  });

  test('may belong to an id that begins another', () => {
    const locale = localeWith({ 'kam.*.load': 'Load', 'kam.*.load.need': 'Hours needed' });
    expect(figureName('kam.ana.load', locale)).toBe('Load');
    expect(figureName('kam.ana.load.need', locale)).toBe('Hours needed');
  });

  test('comes from the pattern that leaves least open', () => {
    const locale = localeWith({
      '**.churn': 'anywhere',
      'kpi.*.churn': 'any',
      'kpi.parts.churn': 'exact',
      'kpi.*.{kpi}': 'term',
    });
    expect(figureName('kpi.parts.churn', locale)).toBe('exact');
    expect(figureName('kpi.history.churn', locale)).toBe('any');
    expect(figureName('kpi.history.nps', locale)).toBe('term');
    expect(figureName('kam.ana.kpi.churn', locale)).toBe('anywhere');
  });

  test('may stand for any number of parts, even none', () => {
    const locale = localeWith({ '**.kpi.{kpi}': '{1}' });
    for (const id of ['kpi.nps', 'kam.ana.kpi.nps', 'segment.industry.water.kpi.nps'])
      expect(figureName(id, locale)).toBe('NPS');
  });

  test('says the terms of the codes in the id, in their order', () => {
    const locale = localeWith({ 'kpi.{kpi}.target': '{1} (target)', 'odd.{kpi}.{phase}': '{2}: {1}' });
    expect(figureName('kpi.churn.target', locale)).toBe('Churn rate (target)');
    expect(figureName('odd.nps.success', locale)).toBe('Success: NPS');
  });

  test('is not made of a code that has no term', () => {
    const locale = localeWith({ 'kpi.{kpi}.target': '{1} (target)', 'kpi.*.target': 'Target' });
    expect(figureName('kpi.unheard-of.target', locale)).toBe('Target');
  });

  test('tells which text it comes from, in each language its own', () => {
    const [one, other] = [localeWith({ 'a.*': 'One' }), localeWith({ 'a.b': 'Other' })];
    expect(findFigureName('a.b', one)).toEqual({ key: 'figures.a.*', text: 'One' });
    expect(findFigureName('a.b', other)).toEqual({ key: 'figures.a.b', text: 'Other' });
  });
});
