import { describe, expect, it } from 'vitest';
import { bandOf } from '../../../../src/analysis/kpi/acquisition-breakdown.ts';
import { kpiAcquisition } from '../../../../src/analysis/methods/kpi-acquisition.ts';
import { runMethod } from '../portfolio/fixture.ts';

const deals = (won: number, lost: number, rest: object) => [
  ...Array.from({ length: won }, () => ({ stage: 'won' as const, closed: '2026-02-01', ...rest })),
  ...Array.from({ length: lost }, () => ({ stage: 'lost' as const, closed: '2026-02-01', ...rest })),
];
const people = {
  ana: { name: 'Ana Roca', role: 'seller' as const },
  zoe: { name: 'Zoe Mas', role: 'seller' as const },
};
const run = (...opportunities: ReturnType<typeof deals>) =>
  runMethod(kpiAcquisition, { people, accounts: { a: { opportunities } } });

describe('acquisition by channel, seller and number of contacts', () => {
  const found = run(
    ...deals(2, 8, { seller: 'zoe', source: 'own', contacts: 3 }),
    ...deals(9, 1, { seller: 'ana', source: 'referral', contacts: 12 }),
    ...deals(0, 1, { seller: 'ana', contacts: 0 }),
  );

  it('has a rate and a Wilson interval for each group', () => {
    expect(found.figure('kpi.acquisition-rate.value').value).toBe(11 / 20);
    expect(found.figure('kpi.acquisition-rate.seller.ana').value).toBe(0.9);
    expect(found.figure('kpi.acquisition-rate.channel.own')).toMatchObject({
      value: 0.2,
      smallSample: true,
      interval: { kind: 'wilson' },
    });
    expect(found.figure('kpi.acquisition-rate.contacts.10-up').value).toBe(0.9);
  });

  it('lists those of whom the group is not recorded, so that the groups add up, channels as they are declared', () => {
    const { rows } = run(
      ...deals(1, 1, { source: 'other' }),
      ...deals(0, 1, { source: 'referral' }),
      ...deals(1, 2, {}),
    ).series('kpi.acquisition.channel');
    expect(rows.map(({ channel, contacted, won }) => [channel, contacted, won])).toEqual([
      ['referral', 1, 0],
      ['other', 2, 1],
      [null, 3, 1],
    ]);
  });

  it('divides by all who were contacted, decided or not; beside it stands the rate of the decided', () => {
    const open = { kind: 'new', stage: 'open', opened: '2026-05-04', seller: 'ana' } as const;
    const { figure } = runMethod(kpiAcquisition, {
      people,
      accounts: {
        a: {
          opportunities: [
            ...deals(1, 3, { seller: 'zoe' }),
            open,
            { ...open, contacts: 0 },
            { ...open, opened: '2026-10-04' },
            { ...open, stage: 'won', closed: '2026-10-20' },
            { ...open, kind: 'up-sell' },
          ],
        },
      },
    });
    expect(figure('kpi.acquisition-rate.value')).toMatchObject({ value: 1 / 6, coverage: { n: 6, of: 6 } });
    expect(figure('kpi.acquisition-rate.seller.ana').value).toBe(0);
    expect(figure('kpi.acquisition-rate.of-decided')).toMatchObject({
      value: 1 / 4,
      coverage: { n: 4, of: 6 },
    });
  });

  it('leaves out who is only on the list without a record of contacts, and says so', () => {
    const listed = { kind: 'new', stage: 'prospecting' } as const;
    const { figure } = run(
      ...deals(1, 1, {}),
      ...([listed, { ...listed, contacts: 2 }, { ...listed, contacts: 0 }] as unknown as ReturnType<
        typeof deals
      >),
    );
    expect(figure('kpi.acquisition-rate.value')).toMatchObject({ value: 1 / 3, coverage: { n: 3, of: 4 } });
  });

  it('goes by name, not by rate', () => {
    expect(found.series('kpi.acquisition.seller').rows.map(({ seller }) => seller)).toEqual(['ana', 'zoe']);
    expect(found.series('kpi.acquisition.contacts').rows.map(({ band }) => band)).toEqual(['1–3', '10+']);
  });

  it('speaks of a difference only where the intervals do not touch', () => {
    expect(found.finding('kpi-acquisition.sellers-differ')?.params).toMatchObject({
      lower: { text: 'Zoe Mas' },
      higher: { text: 'Ana Roca' },
    });
    const near = run(...deals(2, 3, { seller: 'zoe' }), ...deals(4, 1, { seller: 'ana' }));
    expect(near.finding('kpi-acquisition.sellers-differ')).toBeUndefined();
    expect(near.finding('kpi-acquisition.sellers-alike')?.params.groups).toEqual({ kind: 'count', value: 2 });
    expect(run(...deals(1, 1, { seller: 'zoe' })).results.findings).toEqual([]);
  });
});

describe('bands of contacts', () => {
  it('end where they are declared, the last one is open', () => {
    expect([1, 3, 4, 9, 10, 40].map(contacts => bandOf(contacts, [3, 6, 9]))).toEqual([
      '1-3',
      '1-3',
      '4-6',
      '7-9',
      '10-up',
      '10-up',
    ]);
    expect(bandOf(5, [6, 3])).toBe('4-6');
    expect(bandOf(5, [])).toBe('1-up');
  });
});
