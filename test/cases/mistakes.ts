import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a case by path. */
export const caseFiles = (name: string): Readonly<Record<string, string>> => {
  const root = join(import.meta.dirname, name, 'input');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('.yaml'),
  );
  return Object.fromEntries(paths.sort().map(path => [path, readFileSync(join(root, path), 'utf8')]));
};

/** The mistakes that the files themselves announce: `# error workspace/unknown-key` at the end of the line. */
export const announcedMistakes = (texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(texts).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const [, expected] = /# ((?:error|warning) workspace\/[a-z-]+)$/.exec(line) ?? [];
      return expected === undefined ? [] : [`${path.replace('data/', '')}:${index + 1} ${expected}`];
    }),
  );
