import type { TopLevelSpec } from 'vega-lite';
import type { ChartGrammar } from '../charts/grammar.ts';
import { compileChart } from './chart-compile.ts';
import { type JsonSchema, schemaProblems } from './schema-problems.ts';

/** The form of a spec, by the property that makes it one; a single view has none of them. */
const forms = {
  layer: 'TopLevelLayerSpec',
  hconcat: 'TopLevelHConcatSpec',
  vconcat: 'TopLevelVConcatSpec',
  concat: 'TopLevelConcatSpec',
  facet: 'TopLevelFacetSpec',
  repeat: 'TopLevelRepeatSpec',
} as const;

/** @param readSchema the JSON Schema of the Vega-Lite that is installed; read with the first chart that needs it */
export const createChartGrammar = (readSchema: () => Promise<unknown>): ChartGrammar => {
  let loading: ReturnType<typeof load> | undefined;
  const load = async () => {
    const [{ Validator }, schema] = await Promise.all([import('@cfworker/json-schema'), readSchema()]);
    return { Validator, schema: schema as JsonSchema };
  };
  return {
    async problems(spec) {
      loading ??= load();
      const { Validator, schema } = await loading;
      // Held against the form that was meant, a slip is told as one slip and not as five other forms.
      const form = { ...schema, $ref: `#/definitions/${formOf(spec)}` };
      const { valid, errors } = new Validator(form, '7', false).validate(spec);
      if (!valid) return schemaProblems(errors, form, spec);
      return compileChart(spec as TopLevelSpec);
    },
  };
};

const formOf = (spec: unknown): string => {
  const keys = typeof spec === 'object' && spec !== null ? spec : {};
  return Object.entries(forms).find(([key]) => key in keys)?.[1] ?? 'TopLevelUnitSpec';
};
