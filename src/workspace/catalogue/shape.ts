import type { Diagnostic } from '../../model/diagnostic.ts';
import { topOf } from '../../model/source.ts';
import { clip, didYouMean, oneOf, type Place, report } from './report.ts';

export const missingFile = (file: string): Diagnostic =>
  report('error', 'workspace/missing-file', topOf(file), `There is no ${file}.`, [
    'Make a workspace with "cuentas init", or choose its folder with --root.',
  ]);

export const unreadableFile = (file: string): Diagnostic =>
  report('error', 'workspace/unreadable-file', topOf(file), 'The file cannot be read.', [
    'Check its permissions, and that it is no link to a place outside the workspace.',
  ]);

export const unknownFile = (
  file: string,
  suggestion: string | undefined,
  known: readonly string[],
): Diagnostic =>
  report('error', 'workspace/unknown-file', topOf(file), 'Nothing reads a file of this name.', [
    didYouMean(suggestion),
    suggestion === undefined ? oneOf('Files that are read here', known) : undefined,
  ]);

export const longFileName = (file: string, id: string, longest: number): Diagnostic =>
  report(
    'error',
    'workspace/bad-file-name',
    topOf(file),
    `The id "${clip(id)}" has ${id.length} characters; at most ${longest} leave room for the names of its documents.`,
    ['Rename the file.'],
  );

export const badFileName = (file: string, id: string, suggestion: string | undefined): Diagnostic =>
  report(
    'error',
    'workspace/bad-file-name',
    topOf(file),
    `"${id}" can't be an id: ids are lower-case letters, digits and single hyphens, like aguas-del-serpis.`,
    [suggestion === undefined ? undefined : `Rename the file to ${suggestion}.yaml.`],
  );

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
  report('error', 'workspace/wrong-type', span, `Expected ${expected}, found ${found}.`, [hint]);

export const decimalComma = (span: Place, written: string, hint: string): Diagnostic =>
  report(
    'error',
    'workspace/decimal-comma',
    span,
    `${clip(written)} is written with a comma; between braces a comma ends the value.`,
    [hint],
  );

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

export const noSuchDay = (span: Place, date: string, hint: string): Diagnostic =>
  report('error', 'workspace/bad-format', span, `There is no such day as ${date} in the calendar.`, [hint]);
