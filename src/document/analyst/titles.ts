import { columnOfField } from './rows.ts';
import { isSpec, type Spec, withChannels } from './spec.ts';

/**
 * Gives what a chart encodes the title that a table would give its column, in the reader's language, where its author gave
 * none: Vega-Lite would print the name of the field.
 * @param titleOf undefined for what is no column
 */
export const withTitles = (spec: Spec, titleOf: (column: string) => string | undefined): Spec =>
  withChannels(spec, definition => {
    if (typeof definition.field !== 'string' || hasTitle(definition)) return definition;
    const title = titleOf(columnOfField(definition.field));
    return title === undefined ? definition : { ...definition, title };
  });

const hasTitle = (definition: Spec): boolean =>
  'title' in definition ||
  [definition.axis, definition.legend, definition.header].some(guide => isSpec(guide) && 'title' in guide);
