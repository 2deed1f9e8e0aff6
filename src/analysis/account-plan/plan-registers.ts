import type { Objective } from '../../model/account-activity.ts';
import { compareIds } from '../../model/order.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as column from '../portfolio/columns.ts';
import { contactName } from '../registers/register.ts';
import type { Scope } from '../scope.ts';
import { isLate } from './objective-findings.ts';
import { accountPlansOf } from './plan.ts';
import { type Entry, registerOf } from './register.ts';

const { date, person } = column;

/** What the plan says in words: the proposition, who delivers what as agreed, what the customer plans and needs. */
export const accountPlanRegisters = (scope: Scope, id: string): Series[] =>
  accountPlansOf(scope, id).flatMap(({ customer: { account } }) => [
    proposition(account),
    objectives(scope, account),
    processes(account),
    team(account),
    anticipation(account),
  ]);

const proposition = (account: Account): Series => {
  const { valueProposition: said, source } = account;
  return registerOf(
    account,
    'plan.proposition',
    [column.text('proposition'), column.text('evidence'), column.text('confirmedBy'), date('confirmedOn')],
    said === undefined
      ? []
      : [
          {
            row: {
              proposition: said.text,
              evidence: said.evidence ?? null,
              confirmedBy: contactName(account, said.confirmedBy),
              confirmedOn: said.confirmedOn ?? null,
            },
            inputs: [at(source, 'valueProposition')],
          },
        ],
  );
};

/** With where each stands: the part of the way from the first value to the target that is done, and what is overdue. */
const objectives = (scope: Scope, account: Account): Series =>
  registerOf(
    account,
    'plan.objectives',
    [
      column.term('side', 'side'),
      column.text('objective'),
      column.text('how'),
      column.text('why'),
      column.text('measured'),
      column.measure('progress', 'share', 0),
      date('due'),
      person('owner'),
      column.term('state', 'objective'),
    ],
    account.objectives.map((objective, index) => ({
      row: {
        side: objective.side,
        objective: objective.title,
        how: objective.how ?? null,
        why: objective.why ?? null,
        measured: objective.measure ?? null,
        progress: progressOf(objective),
        due: objective.due ?? null,
        owner: objective.owner ?? null,
        state: isLate(scope, objective) ? 'overdue' : objective.state,
      },
      inputs: [at(account.source, 'objectives', index)],
    })),
  );

const progressOf = ({ progress }: Objective): number | null =>
  progress?.now === undefined || progress.target === progress.from
    ? null
    : (progress.now - progress.from) / (progress.target - progress.from);

const processes = (account: Account): Series =>
  registerOf(
    account,
    'plan.processes',
    [
      column.text('process'),
      column.text('standard'),
      person('owner'),
      column.text('agreedWith'),
      date('agreedOn'),
    ],
    account.delivery.processes.map((procedure, index) => ({
      row: {
        process: procedure.title,
        standard: procedure.standard ?? null,
        owner: procedure.owner ?? null,
        agreedWith: contactName(account, procedure.agreedWith),
        agreedOn: procedure.agreed ?? null,
      },
      inputs: [at(account.source, 'delivery', 'processes', index)],
    })),
  );

const team = (account: Account): Series =>
  registerOf(
    account,
    'plan.team',
    [person('member'), column.text('contributes')],
    account.delivery.team.map((member, index) => ({
      row: { member: member.person, contributes: member.role ?? null },
      inputs: [at(account.source, 'delivery', 'team', index)],
    })),
  );

/** Plans and needs of the customer by date, those without one at the end. */
const anticipation = (account: Account): Series => {
  const { customerPlans, needs, source } = account;
  const entries: Entry[] = [
    ...customerPlans.map((plan, index) => ({
      row: {
        expected: plan.title,
        kind: 'plan',
        date: plan.date ?? null,
        saidBy: plan.source ?? null,
        response: plan.response ?? null,
        owner: plan.owner ?? null,
      },
      inputs: [at(source, 'customerPlans', index)],
    })),
    ...needs.map((need, index) => ({
      row: {
        expected: need.text,
        kind: 'need',
        date: need.due ?? null,
        saidBy: null,
        response: need.answer ?? null,
        owner: null,
      },
      inputs: [at(source, 'needs', index)],
    })),
  ];
  return registerOf(
    account,
    'plan.anticipation',
    [
      column.text('expected'),
      column.term('kind', 'anticipation'),
      date('date'),
      column.text('saidBy'),
      column.text('response'),
      person('owner'),
    ],
    entries.sort((a, b) => compareIds(String(a.row.date ?? '~'), String(b.row.date ?? '~'))),
  );
};
