import type { Figure, FigureInput } from '../../model/figure.ts';
import type { Row, Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { type Activity, activities } from '../../model/value-chain.ts';
import { figuresOf } from '../make.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { countOfThese, rateSource, shareOfThese, sumOfTerms } from '../terms.ts';
import { registerOf } from './register.ts';
import { type AccountChain, accountChainsOf, isFirm, type ValuedLink } from './value-chain.ts';
import type { Sum } from './worth.ts';

export const accountChainFigures = (scope: Scope, method: string, accountId: string): Figure[] =>
  accountChainsOf(scope, accountId).flatMap(chain => {
    const {
      customer: { account },
      links,
      served,
    } = chain;
    const make = figuresOf(method, scope.period);
    const id = (name: string): string => `account.${accountId}.value-chain.${name}`;
    const section = at(account.source, 'valueChain');
    const rate = rateSource(scope, account);
    const amount = (name: string, { total, coverage }: Sum, of: readonly ValuedLink[]): Figure => {
      const { inputs, formula } = sumOfTerms(of.map(({ source }) => [at(source, 'value'), ...rate]));
      return make(
        id(name),
        total?.toNumber() ?? { code: coverage.of === 0 ? 'no-firm-links' : 'no-link-values' },
        column.moneyUnit(scope),
        0,
        of.length === 0 ? [section] : inputs,
        { coverage, polarity: 'higher', formula },
      );
    };
    const firm = links.filter(({ link }) => isFirm(link.state));
    const known = countOfThese(
      links.map(({ source }) => source),
      [section],
    );
    const priorities = (isServed: boolean): SourceRef[] =>
      chain.priorities.flatMap(({ state, source }) => (isFirm(state) === isServed ? [source] : []));
    const share = shareOfThese(priorities(true), priorities(false));
    return [
      make(id('links'), links.length, 'count', 0, known.inputs, { formula: known.formula }),
      amount('value', chain.value, firm),
      ...(['lower-cost', 'better-performance'] as const).map(effect =>
        amount(
          `value-${effect}`,
          chain.valueOf(effect),
          firm.filter(({ link }) => link.effect === effect),
        ),
      ),
      make(
        id('served'),
        served.of === 0 ? { code: 'no-priorities' } : served.n / served.of,
        'share',
        0,
        served.of === 0 ? [section] : [...share.inputs, ...firm.map(({ source }) => source)],
        { coverage: served, polarity: 'higher', formula: share.formula },
      ),
    ];
  });

export const accountChainSeries = (scope: Scope, id: string): Series[] =>
  accountChainsOf(scope, id).flatMap(chain => [linksOf(scope, chain), prioritiesOf(chain), matrixOf(chain)]);

const linksOf = (scope: Scope, { customer: { account }, links }: AccountChain): Series =>
  registerOf(
    account,
    'value-chain.links',
    [
      column.term('ours', 'activity'),
      column.term('theirs', 'activity'),
      column.text('link'),
      column.term('effect', 'chain-effect'),
      column.amount(scope, 'value'),
      column.text('estimatedBy'),
      { id: 'owner', kind: 'person' },
      column.term('state', 'chain-state'),
    ],
    links.map(({ link, value, source }) => ({
      row: {
        ours: link.ours,
        theirs: link.theirs,
        link: link.title,
        effect: link.effect,
        value: column.moneyCell(value),
        estimatedBy: link.estimatedBy ?? null,
        owner: link.owner ?? null,
        state: link.state,
      },
      inputs: [source],
    })),
  );

const prioritiesOf = ({ customer: { account }, priorities }: AccountChain): Series =>
  registerOf(
    account,
    'value-chain.priorities',
    [
      column.text('priority'),
      column.term('theirs', 'activity'),
      column.count('importance'),
      column.term('state', 'chain-state'),
      column.text('saidBy'),
    ],
    priorities.map(({ priority, state, source }) => ({
      row: {
        priority: priority.title,
        theirs: priority.activity,
        importance: priority.importance ?? null,
        state,
        saidBy: priority.source ?? null,
      },
      inputs: [source],
    })),
  );

/** Our nine activities by the customer's nine: how many links, empty where there is none; and in a last row how many
 * priorities the customer has. */
const matrixOf = ({ customer: { account }, links, priorities }: AccountChain): Series => {
  const cells = (count: (activity: Activity) => number | null): Row =>
    Object.fromEntries(activities.map(activity => [`chain-${activity}`, count(activity)]));
  const inputs = (sources: readonly { readonly source: FigureInput }[]): readonly FigureInput[] =>
    sources.map(({ source }) => source);
  const rows = activities.map(ours => {
    const own = links.filter(({ link }) => link.ours === ours);
    return {
      row: { ours, ...cells(theirs => own.filter(({ link }) => link.theirs === theirs).length || null) },
      inputs: inputs(own),
    };
  });
  return registerOf(
    account,
    'value-chain.matrix',
    [column.term('ours', 'chain-row'), ...activities.map(activity => column.count(`chain-${activity}`))],
    [
      ...rows,
      {
        row: {
          ours: 'priorities',
          ...cells(theirs => priorities.filter(({ priority }) => priority.activity === theirs).length),
        },
        inputs: inputs(priorities),
      },
    ],
  );
};
