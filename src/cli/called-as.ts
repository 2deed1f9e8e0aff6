import { commandNames } from './command-names.ts';

/** How who reads a hint can run us: by npx where npm was what ran this command, since a local install has no other way. */
export const calledAs = (): string => (process.env.npm_execpath === undefined ? 'cuentas' : 'npx cuentas');

const named = new RegExp(`(?<!npx )\\bcuentas (?=(?:${commandNames.join('|')})\\b)`, 'g');

/** A hint with the commands that it names as they can be typed here. */
export const asCalled = (hint: string): string => hint.replace(named, `${calledAs()} `);
