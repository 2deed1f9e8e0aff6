import type { Scope } from './scope.ts';

/** The name of a person of ours; of one who has no file, the id. */
export const personName = ({ workspace }: Scope, id: string): string =>
  workspace.people.find(person => person.id === id)?.name ?? id;
