import { type Context, createContext, Script } from 'node:vm';
import type { ConfinedAnswer, ConfinedScript, Confinement } from '../effects.ts';

/** Milliseconds that one call may take. */
const patience = 500;

/**
 * What would let a page depend on the machine or the hour, or go on after its text was given. Texts of a language are those of the
 * locale files: what Node knows of languages changes with its version.
 */
const withholding = new Script(`
for (const name of ['Date', 'Intl', 'Promise', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'console'])
  delete globalThis[name];
delete Math.random;
for (const { prototype } of [Number, BigInt, Array, String, Object])
  for (const name of Object.getOwnPropertyNames(prototype)) if (/locale/i.test(name)) delete prototype[name];
`);

/** Calls a function with what was given, and says what came of it in JSON: nothing but text passes. */
const answering = new Script(`
const helpers = Object.create(null);
const { parse, stringify } = JSON;
const answer = (name, given) => {
  try {
    const value = helpers[name](...parse(given)) ?? null;
    const isNumber = typeof value === 'number' && value - value === 0;
    const isPlain = isNumber || value === null || typeof value === 'string' || typeof value === 'boolean';
    return stringify(isPlain ? { value: stringify(value) } : {});
  } catch (error) {
    return stringify({ fault: String(error), stack: String(error?.stack) });
  }
};
`);

/**
 * Runs functions in contexts of V8 that hold nothing of ours, cannot make code from texts, and have neither clock nor chance nor promises.
 * Who wrote them may write templates, too, and is trusted (SECURITY.md): this is for pages that come out the same everywhere, and
 * against accidents; memory is not bounded.
 */
export const createConfinement = (): Confinement => ({
  open: scripts => {
    // Without a prototype: that of an object of ours would lead back to us.
    const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
    withholding.runInContext(context);
    answering.runInContext(context);
    const faults = new Map(
      scripts.flatMap(script => {
        const fault = faultIn(script.file, () => define(script, context));
        return fault === undefined ? [] : [[script.name, fault] as const];
      }),
    );
    const fileOf = new Map(scripts.map(({ name, file }) => [name, file]));
    return {
      call: (name, args) => {
        const file = fileOf.get(name) ?? '';
        let answer: ConfinedAnswer = {};
        const fault =
          faults.get(name) ??
          faultIn(file, () => {
            const asked = new Script(`answer(${JSON.stringify(name)}, ${JSON.stringify(args)})`);
            answer = answerOf(asked.runInContext(context, { timeout: patience }), file);
          });
        return fault ?? answer;
      },
    };
  },
});

/** Lines and columns stay those of the file: what stands before it has a line of its own. */
const define = ({ name, file, text }: ConfinedScript, context: Context): void => {
  const begin = `helpers[${JSON.stringify(name)}] = (() => { 'use strict'; let helper;`;
  const script = new Script(`${begin}\n${text}\nreturn helper; })();`, { filename: file, lineOffset: -1 });
  script.runInContext(context, { timeout: patience });
};

const answerOf = (said: unknown, file: string): ConfinedAnswer => {
  const { value, fault, stack } = JSON.parse(String(said)) as Readonly<Record<string, string | undefined>>;
  if (fault !== undefined) return { fault, ...placeIn(stack ?? '', file) };
  return value === undefined ? {} : { value };
};

const faultIn = (
  file: string,
  run: () => void,
): (ConfinedAnswer & { readonly fault: string }) | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    const { code, message, stack } = error as NodeJS.ErrnoException;
    return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
      ? { fault: `it takes more than ${patience} ms` }
      : { fault: String(message), ...placeIn(String(stack), file) };
  }
};

/** Where a stack names the file first. */
const placeIn = (stack: string, file: string): { readonly line?: number; readonly column?: number } => {
  const from = stack.indexOf(`${file}:`);
  const [, line, column] =
    (from < 0 ? null : /^:(\d+)(?::(\d+))?/.exec(stack.slice(from + file.length))) ?? [];
  return line === undefined
    ? {}
    : { line: Number(line), ...(column === undefined ? {} : { column: Number(column) }) };
};
