const escapeCharacter = String.fromCharCode(27);
/** Colours and weights, as the command line itself writes them; not those that hide text or make it blink. */
const style = String.raw`${escapeCharacter}\[(?:[0-4]|2[2-4]|[34]\d|9[0-7]|10[0-7])m`;
/** What turns the rest of a line around, so that it reads as something else, and other line ends; not the isolates of ours. */
const turning = String.raw`[\u202a-\u202e\u2066\u2067\u2028\u2029]`;
const styleOrControl = new RegExp(String.raw`${style}|\p{Cc}|${turning}`, 'gu');
const kept = new Set(['\n', '\t']);

/**
 * Data must not steer the terminal: control characters show as a replacement mark, one for one, so columns stay right.
 * Sequences that only colour are left, since what is printed carries our own.
 */
export const printable = (text: string): string =>
  text.replace(styleOrControl, found => (found.length > 1 || kept.has(found) ? found : '\ufffd'));

/** What somebody typed, and is told back among colours of ours: it brings none of its own. */
export const uncoloured = (text: string): string =>
  text.replace(/\p{Cc}/gu, found => (kept.has(found) ? found : '\ufffd'));

/** JSON with the characters escaped that JSON itself lets through and `printable` does not. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f\u202a-\u202e\u2066\u2067\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
