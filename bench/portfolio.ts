import type { z } from 'zod';
import { accountSchema } from '../src/model/account.ts';
import { shift } from '../src/model/period.ts';
import { personSchema } from '../src/model/person.ts';
import { programSchemas } from '../src/model/program.ts';
import type { Sourced } from '../src/model/source.ts';
import type { Account, Workspace } from '../src/model/workspace.ts';
import { workspaceSettingsSchema } from '../src/model/workspace-settings.ts';
import { exampleAccounts, examplePeople, exampleProducts, exampleProgram } from './example.ts';
import { ordersOf } from './orders.ts';

const period = '2026-Q3';
const quarters = Array.from({ length: 8 }, (_, index) => shift(period, index - 7));
const criteria = ['volume', 'potential', 'sustainability', 'fit', 'strategic', 'cost'];
const sectors = ['Agua', 'Acero', 'Papel', 'Agricultura', 'Minería'];

/** A deterministic fraction in [0, 1) for some numbers: the same portfolio on every machine and in every run. */
const fraction = (...numbers: readonly number[]): number => {
  let hash = 0x811c9dc5;
  for (const number of numbers) hash = Math.imul(hash ^ (number + 0x9e3779b9), 0x01000193) ^ (hash >>> 13);
  return (hash >>> 0) / 2 ** 32;
};

const sourced = <T extends object>(value: T, file: string): Sourced<T> => ({
  ...value,
  source: { file: `data/${file}.yaml`, path: [] },
});

const accountOf = (index: number, count: number): Account => {
  const id = `account-${String(index).padStart(6, '0')}`;
  // A few large customers and a long tail, as everywhere.
  const size = 8_000_000 / (1 + index ** 0.9);
  const history = Object.fromEntries(
    quarters.map((quarter, at) => {
      const revenue = Math.round(size * (0.8 + 0.4 * fraction(index, at)));
      return [
        quarter,
        {
          revenue,
          plan: Math.round(size),
          forecast: Math.round(size * (0.9 + 0.2 * fraction(index, at, 1))),
          margin: Math.round(revenue * (0.2 + 0.2 * fraction(index, 2))),
          costToServe: Math.round(revenue * 0.1 * fraction(index, at, 3)),
          orders: Math.round(20 * fraction(index, at, 4)),
          hours: Math.round(40 * fraction(index, at, 5)),
          newBusiness: Math.round(revenue * 0.1 * fraction(index, at, 6)),
        },
      ];
    }),
  );
  const rated = (quarter: number) =>
    Object.fromEntries(
      criteria
        .slice(1)
        .map((criterion, at) => [criterion, 1 + Math.round(90 * fraction(index, at, quarter, 7)) / 10]),
    );
  const input: z.input<typeof accountSchema> = {
    name: `Cuenta ${index}`,
    since: '2023-05-02',
    industry: sectors[index % sectors.length],
    country: 'ES',
    region: `R${index % 12}`,
    manager: `manager-${index % 20}`,
    ...(index < Math.min(40, count / 4) ? { key: [{ from: quarters[2] ?? period }] } : {}),
    ...(index % 50 === 49 ? { parent: 'account-000000' } : {}),
    ...(index % 37 === 36 ? { status: 'lost' as const, lost: { date: '2026-05-20' } } : {}),
    history,
    ratings: { [quarters[3] ?? period]: rated(3), [period]: rated(7) },
    strength: [
      {
        period,
        by: 'customer',
        criteria: [{ name: 'Plazo', us: 4 + 5 * fraction(index, 8), competitor: 5 }],
      },
    ],
    surveys: [
      { period, csat: 1 + Math.floor(5 * fraction(index, 9)), nps: Math.floor(11 * fraction(index, 10)) },
    ],
    interactions: [
      { date: '2026-07-10', direction: 'outbound', kind: 'call' },
      { date: '2026-08-21', direction: 'inbound', kind: 'request', resolved: '2026-08-25' },
    ],
    contracts: [
      {
        id: `C-${index}`,
        start: '2024-01-01',
        end: '2026-06-30',
        value: Math.round(size),
        renewal: index % 9 === 0 ? 'lost' : 'renewed',
      },
    ],
    opportunities: [
      {
        stage: 'won',
        opened: '2026-01-10',
        closed: '2026-05-05',
        value: 1000,
        contacts: 5,
        source: 'referral',
        kind: 'cross-sell',
      },
      { stage: 'open', opened: '2026-06-10', value: 2500, probability: 0.4, kind: 'up-sell' },
    ],
  };
  return { ...sourced(accountSchema.parse(input), `accounts/${id}`), id };
};

/** A synthetic workspace of `count` accounts × 8 quarters with ratings, surveys, contracts and deals on every account. */
export const portfolioOf = (count: number): Workspace => ({
  settings: sourced(
    workspaceSettingsSchema.parse({
      company: { name: 'Cartera, S.A.' },
      currency: 'EUR',
      period,
      basis: 'trailing-year',
    }),
    'workspace',
  ),
  accounts: Array.from({ length: count }, (_, index) => accountOf(index, count)),
  people: Array.from({ length: 20 }, (_, index) => ({
    ...sourced(
      personSchema.parse({ name: `Persona ${index}`, role: 'kam', capacity: 1600 }),
      `people/manager-${index}`,
    ),
    id: `manager-${index}`,
  })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  products: [],
  program: {
    decisions: [],
    scoring: sourced(
      programSchemas.scoring.parse({
        keySet: { threshold: 6, places: 40 },
        criteria: criteria.map((id, index) => ({
          id,
          name: id,
          weight: 10 + index,
          ...(index === 0 ? { derive: { by: 'percentile', measure: 'revenue' } } : {}),
        })),
      }),
      'program/scoring',
    ),
    segments: sourced(
      programSchemas.segments.parse({
        schemes: [
          {
            id: 'industry',
            name: 'Sector',
            segments: sectors.map((sector, index) => ({
              id: `s${index}`,
              name: sector,
              when: [{ field: 'industry', is: sector }],
            })),
          },
          {
            id: 'value',
            name: 'Valor',
            segments: [
              {
                id: 'high',
                name: 'Alto',
                when: [
                  { field: 'revenue', atLeast: 100000 },
                  { field: 'score', atLeast: 5 },
                ],
              },
              { id: 'rest', name: 'Resto', when: [{ field: 'revenue', atLeast: 0 }] },
            ],
          },
        ],
      }),
      'program/segments',
    ),
  },
});
