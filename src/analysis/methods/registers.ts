import { customerOf } from '../customers.ts';
import type { Method } from '../method.ts';
import { registersOf } from '../registers/account-registers.ts';

/** What the workspace records as lists: actions, contacts, pipeline, contracts, risks, needs, goals, offers. */
export const registers: Method = {
  id: 'registers',
  section: '3',
  literature: [],
  settings: ['workspace.document.dataAsOf'],
  finds: {},
  run: () => ({ figures: [], series: [], findings: [] }),
  ofAccount: (scope, account) => {
    const customer = customerOf(scope, account);
    return { figures: [], series: customer === undefined ? [] : registersOf(scope, customer) };
  },
};
