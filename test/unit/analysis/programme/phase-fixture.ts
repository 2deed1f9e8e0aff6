import type { WorkspaceInput } from '../support.ts';

const quarter = (revenue: number, margin: number, costToServe: number) => ({
  revenue,
  margin,
  costToServe,
});

/** A key account of old, one that was admitted this quarter below the threshold, and another account. */
export const threeAccounts: WorkspaceInput = {
  settings: { basis: 'quarter' },
  scoring: { criteria: [{ id: 'fit', name: 'Fit', weight: 1 }], keySet: { threshold: 6 } },
  accounts: {
    old: {
      key: [{ from: '2025-Q1' }],
      ratings: { '2026-Q3': { fit: 7 } },
      history: {
        '2025-Q3': quarter(100, 40, 10),
        '2026-Q3': { ...quarter(110, 42, 14.5), newBusiness: 22, nonStandardRequests: 3 },
      },
    },
    new: {
      key: [{ from: '2026-Q3' }],
      ratings: { '2026-Q3': { fit: 5.9 } },
      history: { '2025-Q3': { revenue: 100 }, '2026-Q3': { revenue: 110 } },
    },
    other: {
      history: { '2025-Q3': { revenue: 100 }, '2026-Q3': { revenue: 95, nonStandardRequests: 4 } },
    },
  },
};
