import type { z } from 'zod';
import { type Diagnostic, hasErrors, type Outcome } from '../model/diagnostic.ts';
import * as catalogue from './catalogue.ts';
import { explainAll } from './explain.ts';
import { salvage } from './salvage.ts';
import type { YamlSource } from './yaml.ts';

/** A validated value; or, beside the diagnostics, what is left of it without the places that were refused. */
export interface Shape<T> extends Outcome<T> {
  readonly remains?: T;
}

/** Validates a parsed file; every issue becomes a diagnostic at its key or value, in plain words. */
export const checkShape = <T>(schema: z.ZodType<T>, source: YamlSource): Shape<T> => {
  const { diagnostics } = source;
  if (hasErrors(diagnostics)) return { diagnostics };
  if (source.value === null) return { diagnostics: [catalogue.emptyFile(source.locate([]))] };
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, diagnostics };
  const base = { source, schema, path: [], value: source.value };
  const { issues } = result.error;
  const remains = salvage(schema, source.value, issues);
  const refused = explainAll(issues, base);
  return {
    diagnostics: [...diagnostics.filter(warning => !isToldBy(refused, warning)), ...refused],
    ...(remains === undefined ? {} : { remains }),
  };
};

/** That a half of a number that a comma tore in two looks odd is no news. */
const isToldBy = (refused: readonly Diagnostic[], { span }: Diagnostic): boolean =>
  span !== undefined &&
  refused.some(
    ({ code, span: torn }) =>
      code === 'workspace/decimal-comma' &&
      torn?.line === span.line &&
      torn.column <= span.column &&
      span.column < torn.column + torn.length,
  );
