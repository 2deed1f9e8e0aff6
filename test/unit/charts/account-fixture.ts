import type { Column, Row, Series } from '../../../src/model/series.ts';
import { euros, seriesOf } from './fixture.ts';

const term = (id: string, vocabulary: string): Column => ({ id, kind: 'term', vocabulary });
const text = (id: string): Column => ({ id, kind: 'text' });

export const whitespaceSeries = (account: string, rows: readonly Row[]): Series =>
  seriesOf(
    `account.${account}.whitespace`,
    [
      { id: 'productLine', kind: 'word' },
      text('businessUnit'),
      term('state', 'whitespace'),
      euros('potential'),
    ],
    rows,
  );

export const cell = (line: string, unit: string, state: string, potential: number | null = null): Row => ({
  productLine: line,
  businessUnit: unit,
  state,
  potential,
});

export const relationshipSeries = (
  account: string,
  rows: readonly Row[],
  missing: readonly string[] = [],
) => [
  seriesOf(
    `account.${account}.relationship`,
    [text('name'), term('role', 'role'), { id: 'counterpart', kind: 'person' }],
    rows,
  ),
  seriesOf(
    `account.${account}.relationship.roles`,
    [term('role', 'role'), term('cover', 'role-cover')],
    missing.map(role => ({ role, cover: 'missing' })),
  ),
];

export const person = (name: string, row: Row = {}): Row => ({
  name,
  role: 'decision-maker',
  influence: 4,
  attitude: 1,
  counterpart: 'ines',
  silence: 12,
  late: 'on-time',
  ...row,
});

export const chainSeries = (account: string, links: readonly Row[], priorities: readonly Row[]) => [
  seriesOf(
    `account.${account}.value-chain.links`,
    [term('ours', 'activity'), term('theirs', 'activity'), text('link'), euros('value')],
    links,
  ),
  seriesOf(`account.${account}.value-chain.priorities`, [text('priority')], priorities),
];

export const link = (ours: string, theirs: string, row: Row = {}): Row => ({
  ours,
  theirs,
  link: `${ours} para ${theirs}`,
  effect: 'lower-cost',
  value: 40_000,
  state: 'in-place',
  ...row,
});

export const priceSeries = (account: string, offers: readonly Row[], build: readonly Row[]) => [
  seriesOf(`account.${account}.value-price.offers`, [text('offer')], offers),
  seriesOf(
    `account.${account}.value-price.build`,
    [term('valueStep', 'value-step'), text('component'), euros('levelUnit'), euros('differenceUnit')],
    build,
  ),
];

export const offer = (offerId: string, price: number, quantity: number | null): Row => ({
  offerId,
  offer: `Oferta ${offerId}`,
  perUnit: 'tonelada',
  priceUnit: price,
  quantity,
});

/** Reference, one difference, what it costs to leave us, value, price, surplus. */
export const ladder = (
  offerId: string,
  [reference, difference, leaving, price]: readonly number[],
): Row[] => {
  const value = (reference ?? 0) + (difference ?? 0) + (leaving ?? 0);
  const step = (valueStep: string, row: Row): Row => ({ offerId, valueStep, component: null, ...row });
  return [
    step('reference', { levelUnit: reference ?? null, isResult: false }),
    step('difference', { component: 'Menos reactivo', differenceUnit: difference ?? null, isResult: false }),
    step('leaving', { differenceUnit: leaving ?? null, isResult: false }),
    step('value', { levelUnit: value, isResult: true }),
    step('price', { levelUnit: price ?? null, isResult: true }),
    step('surplus', { levelUnit: value - (price ?? 0), isResult: true }),
  ];
};

export const benefitSeries = (account: string, rows: readonly (readonly [string, string, number | null])[]) =>
  seriesOf(
    `account.${account}.benefits`,
    [term('gainer', 'gainer'), text('gain'), euros('amount')],
    rows.map(([gainer, gain, amount]) => ({ gainer, gain, amount })),
  );

export const valueRankingSeries = (rows: readonly (readonly [string, number, number])[]): Series =>
  seriesOf(
    'portfolio.value-ranking',
    [{ id: 'account', kind: 'account' }],
    rows.map(([account, valueRank, sizeRank]) => ({ account, valueRank, sizeRank })),
  );

export const riskSeries = (id: string, rows: readonly Row[]): Series =>
  seriesOf(id, [text('risk'), euros('impact'), term('control', 'risk-control')], rows);

export const risk = (name: string, probability: number, impact: number | null, row: Row = {}): Row => ({
  risk: name,
  probability,
  impact,
  exposure: impact === null ? null : probability * impact,
  control: 'in-hand',
  ...row,
});

export const actionSeries = (id: string, rows: readonly Row[]): Series =>
  seriesOf(id, [text('title'), { id: 'owner', kind: 'person' }, term('state', 'action')], rows);

export const action = (title: string, due: string, state = 'planned', row: Row = {}): Row => ({
  title,
  owner: 'ines',
  due,
  state,
  since: '2026-Q2',
  carried: 1,
  daysOverdue: null,
  completed: null,
  ...row,
});

export const problemSeries = (account: string, rows: readonly Row[]): Series =>
  seriesOf(`account.${account}.plan.problems`, [text('problem')], rows);

/** One of everything that the charts of an account plan draw. */
export const accountSeries = (account: string): Series[] => [
  whitespaceSeries(account, [
    cell('Cal viva', 'Planta 1', 'have'),
    cell('Cal viva', 'Planta 2', 'open', 440_000),
    cell('Lechada', 'Planta 1', 'white', 68_000),
    cell('Lechada', 'Planta 2', 'lost'),
    cell('Dolomía', 'Planta 1', 'not-applicable'),
  ]),
  ...relationshipSeries(
    account,
    [
      person('Teresa Pardo', { influence: 5, attitude: 0, silence: 252, late: 'overdue' }),
      person('Olga Hernandis', { role: 'economic-buyer', attitude: -1, counterpart: null }),
      person('Bruno Cebrián', { role: 'technical-buyer', attitude: null }),
    ],
    ['user'],
  ),
  ...chainSeries(
    account,
    [link('service', 'operations'), link('technology', 'infrastructure', { state: 'idea', value: null })],
    [
      { priority: 'Ninguna parada', theirs: 'operations', importance: 5, state: 'in-place' },
      { priority: 'Operarios formados', theirs: 'human-resources', importance: 2, state: 'unlinked' },
    ],
  ),
  ...priceSeries(account, [offer('lechada', 103, 32_000)], ladder('lechada', [94, 12.4, 1.5, 103])),
  benefitSeries(account, [
    ['customer', 'Reactivo ahorrado', 51_000],
    ['customer', 'Reactivo ahorrado', 42_000],
    ['customer', 'Operarios formados', null],
    ['supplier', 'Margen de los servicios', 29_000],
  ]),
  valueRankingSeries([
    ['siderurgica-palancia', 1, 1],
    ['morteros-maestrat', 2, 3],
    [account, 3, 2],
  ]),
  riskSeries(`account.${account}.risks`, [
    risk('Un competidor se adjudica las plantas', 0.3, 980_000),
    risk('Falta técnico en verano', 0.25, 600_000, { control: 'no-owner' }),
  ]),
  actionSeries(`account.${account}.actions`, [
    action('Presentar el plan de contingencia', '2026-09-15', 'overdue', { daysOverdue: 15 }),
    action('Firmar el anexo', '2026-11-20', 'in-progress', { owner: 'pau' }),
    action('Auditar la planta 1', '2026-03-31', 'done', { completed: '2026-03-27', carried: null }),
  ]),
  problemSeries(account, [
    { problem: 'Sin técnico de guardia', opened: '2026-07-11', solved: null, days: 81 },
    { problem: 'Granulometría', opened: '2026-08-12', solved: '2026-08-26', days: 14 },
  ]),
];
