/**
 * What is said in one line stays in one: a text of the data brings its own line breaks, and what follows one of them would read
 * as something that we say.
 */
export const inOneLine = (line: string): string => line.replace(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' ');
