import { describe, expect, it } from 'vitest';
import { indicate, measure } from './support.ts';

const offer = (stage: 'won' | 'lost' | 'open' | 'prospecting', rest: object = {}) => ({
  kind: 'up-sell' as const,
  stage,
  ...(stage === 'won' || stage === 'lost' ? { closed: '2026-02-01' } : {}),
  ...rest,
});

describe('offers accepted ÷ eligible (domain 4.9)', () => {
  const won = offer('won');
  const lost = offer('lost');

  it('counts what is still open in the last four quarters as eligible, and has a Wilson interval', () => {
    const input = { accounts: { a: { opportunities: [won, won, lost, offer('open')] } } };
    expect(measure('up-sell', input)).toMatchObject({
      value: 2 / 4,
      sample: 4,
      coverage: { n: 4, of: 4 },
      interval: { kind: 'wilson' },
    });
    expect(indicate('up-sell.of-decided', input)).toMatchObject({ value: 2 / 3, coverage: { n: 3, of: 4 } });
    expect(measure('cross-sell', input).unavailable?.code).toBe('no-cross-sell');
    expect(indicate('cross-sell.of-decided', input).unavailable?.code).toBe('no-cross-sell');
  });

  it('takes an offer as it stood at the end of the period: decided later, or opened later', () => {
    const opportunities = [
      won,
      offer('won', { closed: '2025-09-30' }),
      offer('won', { opened: '2026-09-01', closed: '2026-10-01' }),
      offer('open', { opened: '2026-10-01' }),
    ];
    expect(measure('up-sell', { accounts: { a: { opportunities } } }).value).toBe(1 / 2);
  });

  it('does not count what nobody has offered yet; where that is not on record it is missing in the coverage', () => {
    const opportunities = [
      won,
      offer('prospecting', { contacts: 2 }),
      offer('prospecting', { contacts: 0 }),
      offer('prospecting'),
    ];
    expect(measure('up-sell', { accounts: { a: { opportunities } } })).toMatchObject({
      value: 1 / 2,
      coverage: { n: 2, of: 3 },
    });
  });

  it('has no rate of the decided where every offer is open', () => {
    const input = { accounts: { a: { opportunities: [offer('open')] } } };
    expect(measure('up-sell', input).value).toBe(0);
    expect(indicate('up-sell.of-decided', input).unavailable?.code).toBe('no-up-sell-decided');
  });
});

describe('contracts renewed ÷ due (domain 4.9)', () => {
  const contract = (renewal: 'renewed' | 'lost' | 'pending', end = '2026-03-31') => ({
    id: renewal,
    start: '2024-04-01',
    end,
    renewal,
  });

  it('counts one that ran out and is still pending as due; beside it stands the rate of the decided', () => {
    const contracts = [
      contract('renewed'),
      contract('renewed'),
      contract('lost'),
      contract('pending'),
      contract('renewed', '2027-01-01'),
    ];
    const input = { accounts: { a: { contracts } } };
    expect(measure('renewal', input)).toMatchObject({ value: 2 / 4, sample: 4, coverage: { n: 4, of: 4 } });
    expect(indicate('renewal.of-decided', input)).toMatchObject({ value: 2 / 3, coverage: { n: 3, of: 4 } });
  });

  it('has no rate of the decided while everything due is pending', () => {
    const input = { accounts: { a: { contracts: [contract('pending')] } } };
    expect(measure('renewal', input).value).toBe(0);
    expect(indicate('renewal.of-decided', input).unavailable?.code).toBe('no-contracts-decided');
    expect(measure('renewal', { accounts: { a: {} } }).unavailable?.code).toBe('no-contracts-due');
  });
});
