import { codePointOf } from '../../model/character.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { clip, type Place, report } from './report.ts';

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

/** @param span of the quote that begins the text: the parser notices only at the end of the file */
export const unclosedText = (span: Place): Diagnostic =>
  report(
    'error',
    'workspace/yaml-syntax',
    span,
    'This is not valid YAML: the text that begins here has no closing quote.',
    ['Put the same quote at the end of the text.'],
  );

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

export const controlCharacter = (span: Place, character: string): Diagnostic =>
  report(
    'error',
    'workspace/control-character',
    span,
    `The text holds an invisible control character (${codePointOf(character)}).`,
    ['Delete it, and save the file as plain UTF-8 text.'],
  );

export const wrongEncoding = (span: Place): Diagnostic =>
  report(
    'error',
    'workspace/wrong-encoding',
    span,
    'The file is not UTF-8 text: what stands here was written in another encoding, and is lost.',
    ['Save the file as UTF-8. Where the text already shows "\ufffd" in the editor, write the letter anew.'],
  );

export const leadingZeros = (span: Place, source: string, value: number): Diagnostic =>
  report(
    'warning',
    'workspace/leading-zeros',
    span,
    `${clip(source)} is read as the number ${value}, without its zeros.`,
    [
      `Where they belong to it, as in a code, put it in quotes: "${clip(source)}".`,
      `Otherwise write ${value}.`,
    ],
  );

export const tooLarge = (span: Place, size: number, limit: number): Diagnostic =>
  report(
    'error',
    'workspace/too-large',
    span,
    `The file has ${size} characters; at most ${limit} are read.`,
    ['Split it.'],
  );

export const unfinishedMerge = (span: Place): Diagnostic =>
  report(
    'error',
    'workspace/unfinished-merge',
    span,
    'A merge is unfinished here: git has left two versions of these lines.',
    ['Keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.'],
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
