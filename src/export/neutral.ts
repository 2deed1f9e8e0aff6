/**
 * What a spreadsheet would take for the beginning of a formula, at the beginning of a text or after a sign that it may take
 * for the end of a cell: a semicolon (the separator of Spanish settings), a tab or a line end. Full-width forms count, too
 * (OWASP, CSV injection).
 */
const formulaStart = /(^|[;\t\r\n])(\s*)([=+\-@\uff1d\uff0b\uff0d\uff20])/g;

const plainNumber = /^[+-]?\d+([.,]\d+)?$/;

/**
 * A text that no spreadsheet runs as a formula: an apostrophe stands before what could begin one. What is nothing but a
 * number stays as it is, and values that are numbers never come here.
 */
export const neutral = (text: string): string =>
  plainNumber.test(text) ? text : text.replaceAll(formulaStart, "$1$2'$3").replace(/^(?=[\t\r\n])/, "'");
