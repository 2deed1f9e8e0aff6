import type { z } from 'zod';
import { accountSchema } from '../src/model/account.ts';
import { shift } from '../src/model/period.ts';
import { personSchema, productsSchema } from '../src/model/person.ts';
import { type Program, programNames, programSchemas } from '../src/model/program.ts';
import type { Sourced } from '../src/model/source.ts';
import type { Account, Workspace } from '../src/model/workspace.ts';
import { workspaceSettingsSchema } from '../src/model/workspace-settings.ts';
import {
  accountId,
  exampleAccounts,
  examplePeople,
  exampleProducts,
  exampleProgram,
  type PartOfAccount,
} from './example.ts';
import { fraction } from './fraction.ts';
import { ordersOf } from './orders.ts';
import { criteria, ownProgram, sectors } from './program.ts';

const period = '2026-Q3';
const quarters = Array.from({ length: 8 }, (_, index) => shift(period, index - 7));

const sourced = <T extends object>(value: T, file: string): Sourced<T> => ({
  ...value,
  source: { file: `data/${file}.yaml`, path: [] },
});

const accountOf = (index: number, count: number, registers: readonly PartOfAccount[]): Account => {
  const id = accountId(index);
  const isKey = index < Math.min(40, count / 4);
  const own = isKey ? registers[index % registers.length] : undefined;
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
          surveyed: 2 + answersIn(own, quarter),
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
    ...(isKey ? { key: [{ from: quarters[2] ?? period }] } : {}),
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
    contacts: [
      {
        id: 'buyer',
        name: 'Ana',
        role: 'economic-buyer',
        influence: 4,
        attitude: 1,
        lastContact: '2026-07-10',
      },
      {
        id: 'user',
        name: 'Luis',
        role: 'user',
        influence: 2,
        attitude: 0,
        counterpart: `manager-${index % 20}`,
      },
    ],
    ...(index % 5 === 4 ? openMatters(index) : {}),
    ...own,
  };
  return { ...sourced(accountSchema.parse(input), `accounts/${id}`), id };
};

/** Answers of a quarter in a register of the example: nobody answers who was not asked. */
const answersIn = (register: PartOfAccount | undefined, quarter: string): number =>
  register?.surveys?.filter(survey => survey.period === quarter).length ?? 0;

/** What stands open with some accounts that have no plan. */
const openMatters = (index: number): PartOfAccount => ({
  actions: [{ title: 'Visita', owner: `manager-${index % 20}`, due: '2026-08-31' }],
  needs: [{ text: 'Entregas de noche', due: '2026-12-01' }],
  risks: [{ title: 'Competidor', probability: 0.2, impact: 5000, checkpoint: '2026-09-01' }],
  goals: [{ text: 'Menos merma', due: '2026-09-30', metric: '%', target: 2, actual: 3, better: 'lower' }],
});

/**
 * A synthetic workspace of `count` accounts × 8 quarters with ratings, surveys, contracts, deals and contacts on every account,
 * order lines on a third, open matters on a fifth, and all registers of the example on forty key accounts. The programme is that
 * of the example, but for points and segments.
 */
export const portfolioOf = (count: number): Workspace => {
  const registers = exampleAccounts();
  return {
    settings: sourced(
      workspaceSettingsSchema.parse({
        company: { name: 'Cartera, S.A.' },
        currency: 'EUR',
        period,
        basis: 'trailing-year',
        fixedCosts: Object.fromEntries(quarters.map(quarter => [quarter, 4_000_000])),
      }),
      'workspace',
    ),
    accounts: Array.from({ length: count }, (_, index) => accountOf(index, count, registers)),
    people: [...examplePeople(), ...Array.from({ length: 20 }, (_, index) => managerOf(index))]
      .map(({ id, written }) => ({ ...sourced(personSchema.parse(written), `people/${id}`), id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    products: productsSchema.parse(exampleProducts()).products.map(product => sourced(product, 'products')),
    orders: ordersOf(count),
    program: programOf(),
  };
};

const managerOf = (index: number) => ({
  id: `manager-${index}`,
  written: { name: `Persona ${index}`, role: 'kam', capacity: 1600 },
});

const programOf = (): Workspace['program'] => {
  const files: Program = Object.fromEntries(
    programNames.map(name => [
      name,
      sourced(programSchemas[name].parse(ownProgram[name] ?? exampleProgram(name)), `program/${name}`),
    ]),
  );
  const { decisions, ...rest } = files;
  return {
    ...rest,
    decisions: (decisions?.decisions ?? []).map(decision => sourced(decision, 'program/decisions')),
  };
};
