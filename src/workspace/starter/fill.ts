import { stringify } from 'yaml';

/** A value as YAML writes it in one line, with quotes where it needs them. */
export const scalar = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).replace(
    /\n$/,
    '',
  );

/**
 * A template with its places filled: `$name`. A line with a place that holds nothing goes. Lines that begin with `#| ` are comments
 * that could be taken in as they are.
 * @throws Error for a place that has no value: a mistake of the template
 */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template
    .split('\n')
    .filter(line => [...line.matchAll(place)].every(([, name = '']) => heldBy(name, values) !== ''))
    .join('\n')
    .replaceAll(place, (_, name: string) => heldBy(name, values))
    .replaceAll(/ +$/gm, '')
    .replaceAll(/^#\| /gm, '# ');

const place = /\$([a-zA-Z]+)/g;

const heldBy = (name: string, values: Readonly<Record<string, string>>): string => {
  const value = values[name];
  if (value === undefined) throw new Error(`The template has a place "${name}" for which there is no value`);
  return value;
};
