import fc from 'fast-check';
import { z } from 'zod';

/** What a JSON Schema made by zod says, as far as options of cells and charts go. */
interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/**
 * Gives a property of this name (`columns`, and `columns[]` for what it holds) what belongs there; where it gives nothing, what
 * the schema says decides.
 * @param type as JSON Schema names it; undefined where there are several
 */
export type Named = (name: string, type: string | undefined) => fc.Arbitrary<unknown> | undefined;

/** Values that a schema accepts, or nearly: usual ones, those at its bounds and, seldom, those beyond reason. */
export const fromSchema = (schema: z.ZodType, named: Named): fc.Arbitrary<unknown> =>
  fitting(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, named, '');

const fitting = (shape: Shape, named: Named, name: string): fc.Arbitrary<unknown> => {
  const own = named(name, shape.type);
  if (own !== undefined) return own;
  const alternatives = shape.anyOf ?? shape.oneOf;
  if (alternatives !== undefined)
    return fc.oneof(...alternatives.map(alternative => fitting(alternative, named, name)));
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  if (shape.const !== undefined) return fc.constant(shape.const);
  switch (shape.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return numberOf(shape).map(Math.round);
    case 'number':
      return numberOf(shape);
    case 'array':
      return fc.array(fitting(shape.items ?? {}, named, `${name}[]`), {
        minLength: shape.minItems ?? 0,
        maxLength: shape.maxItems ?? 4,
      });
    case 'object':
      return objectOf(shape, named);
    default:
      return fc.constantFrom('x', 'a-b', '2026-Q3');
  }
};

/** A number of a file has fifteen digits at most. */
const longest = 999_999_999_999_999;

const numberOf = ({ minimum, exclusiveMinimum, maximum, default: usual }: Shape): fc.Arbitrary<number> => {
  const least = minimum ?? (exclusiveMinimum ?? 0) + 1;
  const most = Math.min(maximum ?? longest, longest);
  const middle = typeof usual === 'number' ? usual : Math.min(most, least + 10);
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .nat(1000)
        .map(part => Number((least + ((Math.min(most, 3 * middle) - least) * part) / 1000).toFixed(2))),
    },
    { weight: 3, arbitrary: fc.constantFrom(least, middle, Math.min(most, 1000)) },
    { weight: 1, arbitrary: fc.constantFrom(most, Math.min(most, 1e6)) },
  );
};

const objectOf = (
  { properties = {}, required = [], additionalProperties }: Shape,
  named: Named,
): fc.Arbitrary<unknown> => {
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [name, fitting(shape, named, name)]),
  );
  if (Object.keys(model).length === 0 && typeof additionalProperties === 'object')
    return fc.dictionary(fc.constantFrom('es', 'en'), fitting(additionalProperties, named, ''), {
      maxKeys: 2,
    });
  return fc.record(model, { requiredKeys: [...required] });
};
