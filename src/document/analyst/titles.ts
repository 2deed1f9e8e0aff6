import { columnOfField } from './rows.ts';
import { isSpec, type Spec } from './spec.ts';

/**
 * Gives what a chart encodes the title that a table would give its column, in the reader's language, where its author gave
 * none: Vega-Lite would print the name of the field.
 * @param titleOf undefined for what is no column
 */
export const withTitles = (spec: Spec, titleOf: (column: string) => string | undefined): Spec =>
  Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [
      key,
      key === 'encoding' && isSpec(value)
        ? mapped(value, one => channel(one, titleOf))
        : inside(value, titleOf),
    ]),
  );

const inside = (value: unknown, titleOf: Parameters<typeof withTitles>[1]): unknown => {
  if (Array.isArray(value)) return value.map(child => inside(child, titleOf));
  return isSpec(value) ? withTitles(value, titleOf) : value;
};

const mapped = (spec: Spec, change: (value: unknown) => unknown): Spec =>
  Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, change(value)]));

const channel = (definition: unknown, titleOf: Parameters<typeof withTitles>[1]): unknown => {
  if (!isSpec(definition) || typeof definition.field !== 'string' || hasTitle(definition)) return definition;
  const title = titleOf(columnOfField(definition.field));
  return title === undefined ? definition : { ...definition, title };
};

const hasTitle = (definition: Spec): boolean =>
  'title' in definition ||
  [definition.axis, definition.legend, definition.header].some(guide => isSpec(guide) && 'title' in guide);
