import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { unknownTarget } from './diagnostics.ts';
import type { Destination, Section } from './section.ts';
import { targets } from './targets.ts';

const header = /^--\s*(?:into\b:?\s*(?<target>.*?)|(?<rejects>rejects))\s*$/;

/**
 * Splits an SQL file at its headers: lines `-- into: accounts.history` or `-- rejects`. What stands before the first one
 * prepares (tables, views, macros) and returns nothing.
 */
export const sectionsOf = (file: string, text: string): Outcome<readonly Section[]> => {
  const lines = text.split(/\r?\n/);
  const diagnostics: Diagnostic[] = [];
  const starts: { readonly into: Destination; readonly index: number }[] = [
    { into: 'preparation', index: -1 },
  ];
  for (const [index, line] of lines.entries()) {
    const groups = header.exec(line)?.groups;
    if (groups === undefined) continue;
    const into = groups.rejects === undefined ? groups.target : 'rejects';
    if (isDestination(into)) starts.push({ into, index });
    else
      diagnostics.push(
        unknownTarget({ file, line: index + 1, column: 1, length: line.length }, into ?? '', [
          ...targets.keys(),
        ]),
      );
  }
  if (diagnostics.length > 0) return { diagnostics };
  const value = starts.map(({ into, index }, position) => {
    const body = lines.slice(index + 1, starts[position + 1]?.index);
    return { into, file, line: index + 1, sql: '\n'.repeat(index + 1) + body.join('\n') };
  });
  return { value, diagnostics };
};

const isDestination = (name: string | undefined): name is Destination =>
  name === 'rejects' || (name !== undefined && targets.has(name));
