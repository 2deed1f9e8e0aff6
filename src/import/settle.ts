import type { ZodType } from 'zod';
import type { Fields } from './rows.ts';

export type Settled = { readonly fields: Fields } | { readonly problem: string };

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
}

/**
 * Fits a row to the schema of its target. Source files hold text; where the schema wants a number or a truth value and
 * the text is one, it is taken as such. Nothing is added: a default of the schema stays the schema's business.
 * @returns the fields as they will be written, or what is wrong with them, all at once
 */
export const settle = (schema: ZodType, fields: Fields): Settled => {
  const first = schema.safeParse(fields);
  if (first.success) return { fields };
  const converted = (first.error.issues as readonly Issue[]).reduce(convert, fields);
  const second = schema.safeParse(converted);
  if (second.success) return { fields: converted };
  return { problem: second.error.issues.map(issue => problemOf(issue, converted)).join('; ') };
};

const convert = (fields: Fields, issue: Issue): Fields => {
  const [name, ...deeper] = issue.path;
  if (issue.code !== 'invalid_type' || typeof name !== 'string' || deeper.length > 0) return fields;
  const value = fromText(fields[name], issue.expected);
  return value === undefined ? fields : { ...fields, [name]: value };
};

const fromText = (text: unknown, expected: string | undefined): number | boolean | undefined => {
  if (typeof text !== 'string') return undefined;
  if ((expected === 'number' || expected === 'int') && /^-?\d{1,15}(\.\d+)?$/.test(text)) return exact(text);
  if (expected === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return undefined;
};

/** A decimal text as a number; undefined where a double would not hold all its digits. */
const exact = (text: string): number | undefined =>
  text.replace(/\D/g, '').replace(/^0+/, '').length <= 15 ? Number(text) : undefined;

const problemOf = (issue: Issue, fields: Fields): string => {
  const path = issue.path.join('.');
  const [name] = issue.path;
  const value = typeof name === 'string' ? fields[name] : undefined;
  const shown = value === undefined ? '' : ` (${JSON.stringify(value)})`;
  return path === '' ? issue.message : `${path}${shown}: ${issue.message}`;
};
