import type { Coverage, Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import { constant, countOf, quotient } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Stated } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import * as column from '../portfolio/columns.ts';
import { choice, count, findingAbout } from '../portfolio/findings.ts';
import { joinTexts } from '../programme/joined-text.ts';
import type { Scope } from '../scope.ts';
import { countOfThese, shareOfThese } from '../terms.ts';
import { registerOf } from './register.ts';
import { type AccountSwot, accountSwots, accountSwotsOf, type LinkedItem } from './swot.ts';

export const accountSwotFigures = (scope: Scope, method: string, account: string): Figure[] =>
  accountSwotsOf(scope, account).flatMap(swot => {
    const { customer, items, evidenced, linked, complete } = swot;
    const make = figuresOf(method, scope.period);
    const id = (name: string): string => `account.${customer.id}.swot.${name}`;
    const section = [at(customer.account.source, 'swot')];
    const share = (name: string, coverage: Coverage, { inputs, formula }: Stated): Figure =>
      make(
        id(name),
        coverage.of === 0 ? { code: 'no-swot-items' } : coverage.n / coverage.of,
        'share',
        0,
        inputs.length === 0 ? section : inputs,
        { coverage, polarity: 'higher', formula },
      );
    const all = countOfThese(
      items.map(({ source }) => source),
      section,
    );
    return [
      make(id('items'), items.length, 'count', 0, all.inputs, { formula: all.formula }),
      share(
        'evidenced',
        evidenced,
        shareOfItems(items, ({ item }) => item.evidence !== undefined),
      ),
      share(
        'linked',
        linked,
        shareOfItems(items, ({ action }) => action !== undefined),
      ),
      share('complete', complete, completeFrom(swot)),
    ];
  });

const shareOfItems = (items: readonly LinkedItem[], has: (item: LinkedItem) => boolean): Stated => {
  const those = (wanted: boolean): SourceRef[] =>
    items.flatMap(item => (has(item) === wanted ? [item.source] : []));
  return shareOfThese(those(true), those(false));
};

/** The first item of each kind and the first strategy of each crossing, of all that there should be. */
const completeFrom = ({ items, strategies, complete }: AccountSwot): Stated => {
  const first = new Map<string, SourceRef>();
  for (const { item, source } of items) if (!first.has(item.kind)) first.set(item.kind, source);
  for (const { strategy, source } of strategies)
    if (!first.has(strategy.cross)) first.set(strategy.cross, source);
  const inputs = [...first.values()];
  return { inputs, formula: quotient(countOf(0, inputs.length), constant(complete.of)) };
};

export const accountSwotSeries = (scope: Scope, account: string): Series[] =>
  accountSwotsOf(scope, account).flatMap(swot => [itemsOf(swot), crossingsOf(swot)]);

const itemsOf = ({ customer: { account }, items }: AccountSwot): Series =>
  registerOf(
    account,
    'swot.entries',
    [
      column.term('swotKind', 'swot'),
      column.text('item'),
      column.count('weightOf5'),
      { id: 'evidence', kind: 'text', absent: 'no-evidence' },
      { id: 'answer', kind: 'text', absent: 'no-action' },
      column.term('state', 'action'),
      { id: 'date', kind: 'date' },
    ],
    items.map(({ item, action, source }) => ({
      row: {
        swotKind: item.kind,
        item: item.title,
        weightOf5: item.impact ?? null,
        evidence: item.evidence ?? null,
        answer: action?.title ?? null,
        state: action?.state ?? null,
        date: item.date ?? null,
      },
      inputs: [source],
    })),
  );

const crossingsOf = ({ customer: { account }, strategies }: AccountSwot): Series =>
  registerOf(
    account,
    'swot.crossings',
    [
      column.term('cross', 'tows'),
      column.text('strategyText'),
      column.text('crossed'),
      { id: 'owner', kind: 'person' },
      { id: 'answer', kind: 'text', absent: 'no-action' },
    ],
    strategies.map(({ strategy, items, action, source }) => ({
      row: {
        cross: strategy.cross,
        strategyText: strategy.title,
        crossed: column.orMissing(
          joinTexts(
            items.map(({ title }) => title),
            '; ',
          ),
        ),
        owner: strategy.owner ?? null,
        answer: action?.title ?? null,
      },
      inputs: [source],
    })),
  );

/** Items that rest on nothing or lead to nothing, and what the SWOT leaves out. */
export const swotFindings = (scope: Scope): readonly Finding[] =>
  scope.of(accountSwots).map(({ customer, items, evidenced, linked, complete, strategies }) => {
    const unproven = evidenced.of - evidenced.n;
    const unanswered = linked.of - linked.n;
    const isSound = unproven === 0 && unanswered === 0 && complete.n === complete.of;
    return findingAbout(
      customer.id,
      'account.swot',
      isSound ? 'good' : unproven + unanswered > 0 ? 'attention' : 'notable',
      30,
      ['swot.evidenced', 'swot.linked', 'swot.complete'],
      {
        items: count(items.length),
        unproven: count(unproven),
        unanswered: count(unanswered),
        strategies: count(strategies.length),
        sound: choice(isSound ? 'yes' : 'no'),
        present: count(complete.n),
        parts: count(complete.of),
      },
    );
  });
