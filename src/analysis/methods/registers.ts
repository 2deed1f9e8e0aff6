import { customerOf } from '../customers.ts';
import { methodOf } from '../method.ts';
import { registersOf } from '../registers/account-registers.ts';

/** What the workspace records as lists: actions, contacts, pipeline, contracts, risks, needs, goals, offers. */
export const registers = methodOf(
  {
    id: 'registers',
    section: '3',
    literature: [],
    settings: ['workspace.document.dataAsOf'],
    finds: {},
  },
  {
    ofAccount: {
      series: (scope, account) => {
        const customer = customerOf(scope, account);
        return customer === undefined ? [] : registersOf(scope, customer);
      },
    },
  },
);
