import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';

/** Every code that this layer can report. Codes are stable: people search for them and scripts test for them. */
export type WorkspaceCode =
  | 'workspace/yaml-syntax'
  | 'workspace/duplicate-key'
  | 'workspace/unsupported-yaml'
  | 'workspace/forbidden-key'
  | 'workspace/imprecise-number'
  | 'workspace/control-character'
  | 'workspace/too-large'
  | 'workspace/too-deep'
  | 'workspace/too-many-aliases'
  | 'workspace/empty-file'
  | 'workspace/missing-file'
  | 'workspace/unknown-file'
  | 'workspace/bad-file-name'
  | 'workspace/unknown-key'
  | 'workspace/missing-key'
  | 'workspace/wrong-type'
  | 'workspace/out-of-range'
  | 'workspace/unknown-value'
  | 'workspace/bad-format'
  | 'workspace/unknown-reference'
  | 'workspace/unchecked-reference'
  | 'workspace/duplicate-id'
  | 'workspace/ownership-cycle'
  | 'workspace/off-scale'
  | 'workspace/no-weight'
  | 'workspace/empty-scale'
  | 'workspace/derived-criterion-rated'
  | 'workspace/missing-rate'
  | 'workspace/wrong-order'
  | 'workspace/overlap'
  | 'workspace/missing-date'
  | 'workspace/status-conflict'
  | 'workspace/future-actual'
  | 'workspace/quote-not-found'
  | 'workspace/no-history'
  | 'workspace/suspicious-unit'
  | 'workspace/thousands-separator';

type Place = Span | undefined;

const report = (
  severity: Severity,
  code: WorkspaceCode,
  span: Place,
  message: string,
  hints: readonly (string | undefined)[] = [],
): Diagnostic => ({
  code,
  severity,
  message: message.charAt(0).toUpperCase() + message.slice(1),
  ...(span ? { span } : {}),
  hints: hints.filter(hint => hint !== undefined),
});

const didYouMean = (suggestion: string | undefined): string | undefined =>
  suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`;

/** At most eight names, so that a hint stays a line. */
const oneOf = (label: string, names: readonly string[]): string | undefined =>
  names.length === 0 || names.length > 20 ? undefined : `${label}: ${names.join(', ')}.`;

// ---- The text

const syntaxHints: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces; YAML does not allow tabs.',
  BAD_INDENT: 'Align the line with its neighbours.',
  MISSING_CHAR: 'Look for a missing colon, quote or bracket here or on the line above.',
  BLOCK_AS_IMPLICIT_KEY: 'Put text that contains a colon in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Put a colon after the key, or quotes around the text.',
  BAD_SCALAR_START: 'Put the text in quotes.',
  BAD_ALIAS: 'Put text that starts with * in quotes.',
};

export const yamlSyntax = (span: Place, cause: string, message: string): Diagnostic =>
  report('error', 'workspace/yaml-syntax', span, `This is not valid YAML: ${sentence(message)}`, [
    syntaxHints[cause],
  ]);

const sentence = (message: string): string => {
  const [firstLine = ''] = message.slice(0, 200).split('\n');
  const text = firstLine.charAt(0).toLowerCase() + firstLine.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
};

export const duplicateKey = (span: Place, key: string): Diagnostic =>
  report('error', 'workspace/duplicate-key', span, `The key "${clip(key)}" stands twice in the same map.`, [
    'Keep one of them.',
  ]);

export const unsupportedYaml = (span: Place, what: string): Diagnostic =>
  report('error', 'workspace/unsupported-yaml', span, `A workspace file must not hold ${what}.`, [
    'Write the value out.',
  ]);

export const forbiddenKey = (span: Place, key: string): Diagnostic =>
  report('error', 'workspace/forbidden-key', span, `"${key}" can't be used as a key.`, [
    'Choose another name.',
  ]);

export const impreciseNumber = (span: Place, source: string): Diagnostic =>
  report(
    'error',
    'workspace/imprecise-number',
    span,
    `${clip(source)} has more than fifteen digits and would be rounded.`,
    ['Write a number with at most fifteen digits, or put an identifier in quotes.'],
  );

export const controlCharacter = (span: Place, character: number): Diagnostic =>
  report(
    'error',
    'workspace/control-character',
    span,
    `The text holds an invisible control character (U+${character.toString(16).toUpperCase().padStart(4, '0')}).`,
    ['Delete it, and save the file as plain UTF-8 text.'],
  );

export const tooLarge = (span: Place, size: number, limit: number): Diagnostic =>
  report(
    'error',
    'workspace/too-large',
    span,
    `The file has ${size} characters; at most ${limit} are read.`,
    ['Split it.'],
  );

export const tooDeep = (span: Place, limit: number): Diagnostic =>
  report('error', 'workspace/too-deep', span, `Maps and lists are nested more than ${limit} deep.`, [
    'Check the indentation and the brackets.',
  ]);

export const tooManyAliases = (span: Place, limit: number): Diagnostic =>
  report(
    'error',
    'workspace/too-many-aliases',
    span,
    `The file's aliases (*name) stand for too much: at most ${limit}.`,
    ['Write the values out.'],
  );

export const emptyFile = (span: Place): Diagnostic =>
  report('error', 'workspace/empty-file', span, 'The file is empty.', ['Fill it in or delete it.']);

// ---- The files

export const missingFile = (file: string): Diagnostic =>
  report('error', 'workspace/missing-file', { file, line: 1, column: 1, length: 1 }, `There is no ${file}.`, [
    'Make a workspace with "cuentas init", or choose its folder with --root.',
  ]);

export const unknownFile = (
  file: string,
  suggestion: string | undefined,
  known: readonly string[],
): Diagnostic =>
  report(
    'error',
    'workspace/unknown-file',
    { file, line: 1, column: 1, length: 1 },
    'Nothing reads a file of this name.',
    [didYouMean(suggestion), suggestion === undefined ? oneOf('Files that are read here', known) : undefined],
  );

export const badFileName = (file: string, id: string, suggestion: string | undefined): Diagnostic =>
  report(
    'error',
    'workspace/bad-file-name',
    { file, line: 1, column: 1, length: 1 },
    `"${id}" can't be an id: ids are lower-case letters, digits and single hyphens, like aguas-del-serpis.`,
    [suggestion === undefined ? undefined : `Rename the file to ${suggestion}.yaml.`],
  );

// ---- The shape

export const unknownKey = (
  span: Place,
  key: string,
  suggestion: string | undefined,
  known: readonly string[],
): Diagnostic =>
  report('error', 'workspace/unknown-key', span, `"${clip(key)}" is not a key that belongs here.`, [
    didYouMean(suggestion),
    suggestion === undefined ? oneOf('Keys that belong here', known) : undefined,
  ]);

export const missingKey = (span: Place, key: string, expected: string): Diagnostic =>
  report('error', 'workspace/missing-key', span, `"${key}" is missing.`, [`Add "${key}": ${expected}.`]);

export const wrongType = (
  span: Place,
  expected: string,
  found: string,
  hint: string | undefined,
): Diagnostic =>
  report('error', 'workspace/wrong-type', span, `Here must stand ${expected}, not ${found}.`, [hint]);

export const outOfRange = (span: Place, message: string, hint: string | undefined): Diagnostic =>
  report('error', 'workspace/out-of-range', span, message, [hint]);

export const unknownValue = (
  span: Place,
  found: string,
  suggestion: string | undefined,
  options: readonly string[],
): Diagnostic =>
  report(
    'error',
    'workspace/unknown-value',
    span,
    `${found} is not one of the values that are allowed here.`,
    [didYouMean(suggestion), oneOf('Allowed', options)],
  );

export const badFormat = (span: Place, found: string, rule: string, hint: string | undefined): Diagnostic =>
  report('error', 'workspace/bad-format', span, `${found} has the wrong form: ${rule}.`, [hint]);

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

// ---- References

export const unknownReference = (
  span: Place,
  what: string,
  name: string,
  suggestion: string | undefined,
): Diagnostic =>
  report(
    'error',
    'workspace/unknown-reference',
    span,
    `There is no ${what} "${clip(name)}" in this workspace.`,
    [didYouMean(suggestion)],
  );

export const duplicateId = (span: Place, id: string): Diagnostic =>
  report(
    'error',
    'workspace/duplicate-id',
    span,
    `The id "${clip(id)}" is taken by an earlier entry of this list.`,
    ['Give each entry its own id.'],
  );

export const ownershipCycle = (span: Place, way: readonly string[]): Diagnostic =>
  report(
    'error',
    'workspace/ownership-cycle',
    span,
    `Accounts control each other in a circle: ${way.join(' → ')}.`,
    ['Take away one "parent".'],
  );
