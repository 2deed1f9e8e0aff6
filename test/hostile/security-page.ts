/** A row of a table in docs/security.md: what is held, the tests that hold it, what they tried. */
export interface Row {
  readonly name: string;
  /** Paths of tests, relative to the root of the repository. */
  readonly tests: readonly string[];
  readonly figure: string;
}

const row = /^(?<before>\|.*\|(?<tests>.*)\|)(?<figure>[^|]*)<!-- (?<name>[a-z0-9-]+) -->\s*\|$/;

/** The rows of the page that carry a name. */
export const rowsOf = (page: string): readonly Row[] =>
  page.split('\n').flatMap(text => {
    const { name = '', tests = '', figure = '' } = row.exec(text)?.groups ?? {};
    if (name === '') return [];
    const paths = [...tests.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = '']) => path);
    return [{ name, tests: paths, figure: figure.trim() }];
  });

/** The page with new figures in the rows that bear their names. */
export const withFigures = (page: string, figures: ReadonlyMap<string, string>): string =>
  page
    .split('\n')
    .map(text => {
      const { before, name = '' } = row.exec(text)?.groups ?? {};
      const figure = figures.get(name);
      return figure === undefined ? text : `${before} ${figure} <!-- ${name} --> |`;
    })
    .join('\n');
