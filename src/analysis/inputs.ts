import type { FigureInput } from '../model/figure.ts';

/** Inputs, or how to list them when somebody asks: those of a portfolio are as many as its accounts. */
export type Inputs = readonly FigureInput[] | (() => readonly FigureInput[]);

/**
 * A result with its inputs. Where a function lists them, they are a property that calls it each time somebody reads it: nothing
 * is kept, and a copy by spreading would list them at once.
 */
export const withInputs = <Rest extends object>(
  inputs: Inputs,
  rest: Rest,
): Rest & { readonly inputs: readonly FigureInput[] } => {
  if (typeof inputs !== 'function') return { ...rest, inputs };
  return {
    ...rest,
    get inputs() {
      return inputs();
    },
  };
};
