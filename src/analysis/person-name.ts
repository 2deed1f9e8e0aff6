import type { Finding, FindingParam } from '../model/finding.ts';
import { choice, text } from './portfolio/findings.ts';
import type { Scope } from './scope.ts';

/** The name of a person of ours; of one who has no file, the id. */
export const personName = ({ workspace }: Scope, id: string): string =>
  workspace.people.find(person => person.id === id)?.name ?? id;

/** Somebody whom a sentence names; a dash where there is nobody. */
export const named = (scope: Scope, id: string | undefined): FindingParam =>
  text(id === undefined ? '–' : personName(scope, id));

/** Whether anybody answers for what a sentence is about, and who. */
export const ownerParams = (scope: Scope, owner: string | undefined): Finding['params'] => ({
  owned: choice(owner === undefined ? 'no' : 'yes'),
  owner: named(scope, owner),
});
