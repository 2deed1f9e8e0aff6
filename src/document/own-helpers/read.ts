import { type AnyNode, type ExportDefaultDeclaration, type Program, parse } from 'acorn';
import type { ConfinedScript } from '../../effects.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';

type TextFile = Pick<ConfinedScript, 'file' | 'text'>;

/** The functions that a workspace brings for its notebooks, and what is wrong with them. */
export interface OwnHelpers {
  readonly scripts: readonly ConfinedScript[];
  /** As they were written, by file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export const noOwnHelpers: OwnHelpers = { scripts: [], texts: new Map(), diagnostics: [] };

export const helpersFolder = 'templates/helpers';

const named = /^templates\/helpers\/([a-z][\w-]*)\.js$/;

/**
 * Reads `templates/helpers/<name>.js`: modules that export one function by default, and import nothing.
 * @param taken names that mean something in a notebook already
 */
export const readOwnHelpers = (files: readonly TextFile[], taken: readonly string[]): OwnHelpers => {
  const read = files.map(file => readHelper(file, taken));
  return {
    scripts: read.flatMap(({ value }) => value ?? []),
    texts: new Map(files.map(({ file, text }) => [file, text])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
};

const readHelper = ({ file, text }: TextFile, taken: readonly string[]): Outcome<ConfinedScript> => {
  const [, name] = named.exec(file) ?? [];
  if (name === undefined) return { diagnostics: [misnamed(file)] };
  if (taken.includes(name)) return { diagnostics: [nameTaken(file, name)] };
  const parsed = parsedModule(file, text);
  if (parsed.value === undefined) return { diagnostics: parsed.diagnostics };
  const problems = problemsIn(file, parsed.value);
  const exported = parsed.value.body.find(node => node.type === 'ExportDefaultDeclaration');
  if (problems.length > 0) return { diagnostics: problems };
  if (exported === undefined) return { diagnostics: [noDefault(file)] };
  return { value: { name, file, text: asScript(text, exported) }, diagnostics: [] };
};

const parsedModule = (file: string, text: string): Outcome<Program> => {
  try {
    return {
      value: parse(text, { ecmaVersion: 2023, sourceType: 'module', locations: true }),
      diagnostics: [],
    };
  } catch (error) {
    const { message, loc } = error as SyntaxError & { readonly loc: Position };
    const said = message.replace(/ \(\d+:\d+\)$/, '');
    return { diagnostics: [problem(file, loc, 'helper/syntax', `The helper cannot be read: ${said}.`)] };
  }
};

interface Position {
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/**
 * What a confined script cannot do: reach other modules, export more than its function, wait. A promise is of no use to who
 * prints a text at once, and one that fails unheard would end the program.
 */
const refusals: readonly [RegExp, string, string][] = [
  [
    /^Import(?:Declaration|Expression)$|^MetaProperty$|^ExportAllDeclaration$/,
    'A helper imports nothing.',
    'Write what it needs into its own file, and pass what it works on as arguments.',
  ],
  [
    /^ExportNamedDeclaration$/,
    'A helper exports its function by default, and nothing else.',
    'One helper is one file.',
  ],
  [
    /^AwaitExpression$/,
    'A helper cannot wait: it gives its text at once.',
    'Write an ordinary function instead of an async one.',
  ],
];

const problemsIn = (file: string, program: Program): readonly Diagnostic[] =>
  [...nodesBelow(program)].flatMap(node => {
    const type = 'async' in node && node.async ? 'AwaitExpression' : node.type;
    const refusal = refusals.find(([what]) => what.test(type));
    const at = node.loc?.start;
    return refusal === undefined || at === undefined
      ? []
      : [problem(file, at, 'helper/shape', refusal[1], refusal[2])];
  });

function* nodesBelow(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const value of Object.values(node).flat()) if (isNode(value)) yield* nodesBelow(value);
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** The module as a script that leaves its function in `helper`: every character stays in its place, so faults keep theirs. */
const asScript = (text: string, { start, declaration }: ExportDefaultDeclaration): string => {
  const own = declaration.type === 'FunctionDeclaration' && declaration.id ? declaration.id.name : undefined;
  const words = text.slice(start, declaration.start);
  const begin = own === undefined ? 'helper=' : '';
  const blank = words.replaceAll(/[^\n]/g, ' ').slice(begin.length);
  const end = own === undefined ? '' : `\nhelper=${own};`;
  return `${text.slice(0, start)}${begin}${blank}${text.slice(declaration.start)}${end}`;
};

const problem = (
  file: string,
  { line, column }: Position,
  code: string,
  message: string,
  ...hints: readonly string[]
): Diagnostic => ({
  code,
  severity: 'error',
  message,
  span: { file, line, column: column + 1, length: 1 },
  hints,
});

const top: Position = { line: 1, column: 0 };

const misnamed = (file: string): Diagnostic =>
  problem(
    file,
    top,
    'helper/name',
    'What stands below templates/helpers is a helper, but this is not named like one.',
    'Write templates/helpers/per-head.js for the helper {{per-head}}: lower case, JavaScript.',
  );

const nameTaken = (file: string, name: string): Diagnostic =>
  problem(
    file,
    top,
    'helper/name',
    `The name "${name}" means something in a notebook already.`,
    'Name the file otherwise: a helper of the product keeps its meaning.',
  );

const noDefault = (file: string): Diagnostic =>
  problem(file, top, 'helper/shape', 'The file exports no function.', 'Write: export default (value) => …');
