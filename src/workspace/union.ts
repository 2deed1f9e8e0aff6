import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What to say about a value that fits no option of a union. */
export type Branch =
  /** One option has the right type; its own issues say more than "fits none". */
  | { readonly kind: 'branch'; readonly index: number }
  /** Several options have the right type and a rule each. */
  | { readonly kind: 'rules'; readonly rules: readonly string[] }
  /** No option has the right type. */
  | { readonly kind: 'types'; readonly types: readonly string[] };

/** Chooses the option that fits best: right type first, then the fewest issues, then the order of the schema. */
export const bestBranch = (branches: readonly (readonly Issue[])[], value: unknown): Branch => {
  const fitting = branches
    .map((issues, index) => ({ issues, index }))
    .filter(({ issues }) => !issues.some(issue => issue.path.length === 0 && isTypeIssue(issue)));
  if (fitting.length === 0) return { kind: 'types', types: branches.flatMap(typesOf) };
  if (fitting.length > 1 && typeof value !== 'object')
    return { kind: 'rules', rules: fitting.flatMap(({ issues }) => issues.map(issue => issue.message)) };
  const [first, ...others] = fitting;
  const best = others.reduce((a, b) => (a && b.issues.length >= a.issues.length ? a : b), first);
  return { kind: 'branch', index: best?.index ?? 0 };
};

const isTypeIssue = (issue: Issue): boolean => issue.code === 'invalid_type';

const typesOf = (issues: readonly Issue[]): readonly string[] =>
  issues.flatMap(issue => (issue.code === 'invalid_type' ? [issue.expected] : []));
