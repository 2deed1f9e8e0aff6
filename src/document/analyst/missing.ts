import { isSpec, type Spec, withChannels } from './spec.ts';

/** What tables print where there is nothing. */
const nothing = '–';

/** Vega would print "undefined", "null" or "NaN". */
const labelExpr = `isValid(datum.value) ? datum.label : '${nothing}'`;

/**
 * Says what is missing as tables do: where an axis, a legend or a header names the values of a field that not every row has,
 * and where a mark prints one. What its author says of these places stays.
 */
export const sayingMissing = (spec: Spec): Spec =>
  withChannels(spec, (definition, channel) => {
    if (channel === 'text') return printed(definition);
    const guide = guides.find(([, channels]) => channels.includes(channel))?.[0];
    if (guide === undefined || !isDiscrete(definition)) return definition;
    const said = definition[guide];
    return said === undefined || isSpec(said)
      ? { ...definition, [guide]: { labelExpr, ...said } }
      : definition;
  });

const guides: readonly (readonly [guide: string, channels: readonly string[]])[] = [
  ['axis', ['x', 'y']],
  [
    'legend',
    [
      'color',
      'fill',
      'stroke',
      'size',
      'shape',
      'opacity',
      'fillOpacity',
      'strokeOpacity',
      'strokeDash',
      'strokeWidth',
    ],
  ],
  ['header', ['row', 'column', 'facet']],
];

const isDiscrete = ({ field, type }: Spec): boolean =>
  typeof field === 'string' && (type === 'nominal' || type === 'ordinal');

/** Names of columns: what Vega-Lite would take for a path within a value is left to it. */
const plainName = /^[\w-]+$/;

const printed = (definition: Spec): Spec => {
  const { field } = definition;
  const direct =
    typeof field === 'string' &&
    plainName.test(field) &&
    ['aggregate', 'bin', 'timeUnit', 'condition'].every(key => definition[key] === undefined);
  return direct
    ? { condition: { test: `isValid(datum['${field}'])`, ...definition }, value: nothing }
    : definition;
};
