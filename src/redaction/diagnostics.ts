import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';

/** Every code of redacted editions. */
export type RedactionCode =
  | 'redaction/unknown-field'
  | 'redaction/needed-field'
  | 'redaction/unknown-id'
  | 'redaction/codes'
  | 'redaction/not-kept'
  | 'redaction/free-text'
  | 'redaction/likely-name'
  | 'redaction/name-left';

type Place = Span | undefined;

const report = (
  severity: Diagnostic['severity'],
  code: RedactionCode,
  span: Place,
  message: string,
  ...hints: readonly string[]
): Diagnostic => ({ code, severity, message, ...(span === undefined ? {} : { span }), hints });

export const unknownField = (span: Place, name: string, meant: string | undefined): Diagnostic =>
  report(
    'error',
    'redaction/unknown-field',
    span,
    `"${name}" is neither a group of fields nor a key of the data, so nothing would be hidden by it.`,
    ...(meant === undefined ? [] : [`Did you mean "${meant}"?`]),
    'The page on data lists the keys; write the kind of file before them, as in account.history.*.margin.',
  );

export const neededField = (span: Place, name: string, needed: readonly string[]): Diagnostic =>
  report(
    'error',
    'redaction/needed-field',
    span,
    `${needed.slice(0, 3).join(', ')} can't be hidden alone: an entry without it says nothing that could be computed.`,
    `Hide what holds it instead of ${name}.`,
  );

export const unknownId = (span: Place, what: string, id: string, meant: string | undefined): Diagnostic =>
  report(
    'error',
    'redaction/unknown-id',
    span,
    `There is no ${what} "${id}", so a name would stay as it is.`,
    ...(meant === undefined ? [] : [`Did you mean "${meant}"?`]),
  );

export const fewCodes = (span: Place, names: number, digits: number): Diagnostic =>
  report(
    'error',
    'redaction/codes',
    span,
    `${names} names need more than the ${10 ** digits} codes that ${digits} digits give.`,
    `Set digits to ${String(names * 10).length}.`,
  );

export const doubledCode = (span: Place, code: string): Diagnostic =>
  report('error', 'redaction/codes', span, `Two accounts have the code ${code}.`, 'Give one another code.');

export const notKept = (span: Place, id: string, reason: string): Diagnostic =>
  report(
    'warning',
    'redaction/not-kept',
    span,
    `${id} is not shown: ${reason}.`,
    'Take it off the list, or keep one that rests on more.',
  );

export const freeText = (span: Place, texts: number, withFigures: number): Diagnostic =>
  report(
    'warning',
    'redaction/free-text',
    span,
    `${texts} free texts are shown with the known names masked; that nobody wrote of something hidden in other words can't be proved.${
      withFigures === 0 ? '' : ` ${withFigures} of them hold figures.`
    }`,
    'Read them in the built documents, hide their fields, or set prose: hide.',
  );

export const likelyName = (span: Place, word: string, code: string, others: number): Diagnostic =>
  report(
    'warning',
    'redaction/likely-name',
    span,
    `"${word}" is part of a hidden name and may tell who ${code} is${others === 0 ? '' : `, here and in ${others} more texts`}.`,
    'Add it to the aliases of the audience, or write the text without it.',
  );

/** @param file that would have been written */
export const nameLeft = (file: string, code: string): Diagnostic =>
  report(
    'error',
    'redaction/name-left',
    undefined,
    `${file} still holds a name whose code is ${code}, so it was not written. It comes from a template or a text of the product, which are not masked.`,
    'Take the name out of the templates of the workspace, or write it as an expression.',
  );
