import type { TopLevelSpec } from 'vega-lite';
import type { SpecProblem } from '../charts/grammar.ts';
import { chartConfig } from '../charts/theme.ts';
import { collecting, loadTools } from './vega-tools.ts';

/**
 * What Vega says against a spec that follows the schema, before it has any data: expressions that cannot be read, and
 * warnings of its compiler. None where it can be drawn.
 */
export const compileChart = async (spec: TopLevelSpec): Promise<readonly SpecProblem[]> => {
  const { vega, compile } = await loadTools();
  const unreadable = expressionsOf(spec).flatMap(({ path, text }): SpecProblem[] => {
    const message = messageOf(() => vega.parseExpression(text));
    return message === undefined
      ? []
      : [{ path, message: `This expression cannot be read: ${sentence(message)}` }];
  });
  if (unreadable.length > 0) return unreadable;
  const complaints: string[] = [];
  const logger = collecting(vega.logger(vega.Warn), complaints);
  const failure = messageOf(() =>
    vega.parse(compile(spec, { config: chartConfig, logger }).spec, undefined, { ast: true }),
  );
  return [...complaints, ...(failure === undefined ? [] : [failure])].map(complaint => ({
    path: [],
    message: `Vega cannot draw this: ${sentence(complaint)}`,
  }));
};

/** What an attempt fails with. */
const messageOf = (attempt: () => unknown): string | undefined => {
  try {
    attempt();
    return undefined;
  } catch (error) {
    // The compiler of Vega-Lite expects some things that its schema leaves out.
    if (error instanceof TypeError) return 'its compiler breaks on it; look for a mark without an encoding';
    return error instanceof Error ? error.message : String(error);
  }
};

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** Properties of Vega-Lite whose texts are programs. */
const programs = new Set(['filter', 'calculate', 'expr', 'test', 'labelExpr']);

const expressionsOf = (
  value: unknown,
  path: SpecProblem['path'] = [],
): readonly { readonly path: SpecProblem['path']; readonly text: string }[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, child]) => {
        const here = [...path, Array.isArray(value) ? Number(key) : key];
        return typeof child === 'string' && programs.has(key)
          ? [{ path: here, text: child }]
          : expressionsOf(child, here);
      });
