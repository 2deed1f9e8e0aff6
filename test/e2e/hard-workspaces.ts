import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { packageRoot } from '../../src/platform/package-root.ts';

/** A workspace as the texts of its files by path. */
export type WorkspaceFiles = Readonly<Record<string, string>>;

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => ['Esto', 'se', 'dice', 'muy', 'por', 'extenso'][index % 6])
    .join(' ')
    .replaceAll('extenso Esto', 'extenso. Esto');

/** An address without a place to divide it, and a word of eighty letters. */
const unbroken = `https://example.org/${'ruta/'.repeat(24)} y ${'Anticonstitucional'.repeat(5)}`;

/** Sixty characters, and names in other scripts with signs among them. */
const names: readonly (readonly [string, string])[] = [
  [
    'Compañía Internacional de Cales y Derivados del Mediterráneo',
    'Compañía Internacional de Cales y Derivados',
  ],
  ['شركة الجير والإسمنت المحدودة (S.A.) 2026', 'شركة الجير'],
  ['תעשיות סיד וגיר בע״מ, Haifa', 'תעשיות סיד'],
  ['🏭 Fundición Verde 👩‍🔧 & Hijos <b>', '🏭 Fundición'],
];

const exampleFiles = async (): Promise<readonly (readonly [string, unknown])[]> => {
  const root = join(packageRoot, 'data');
  const paths = (await readdir(root, { recursive: true })).filter(path => path.endsWith('.yaml')).sort();
  return Promise.all(
    paths.map(async path => [`data/${path}`, parse(await readFile(join(root, path), 'utf8'))] as const),
  );
};

type Item = Record<string, unknown>;

const renamed = (path: string, content: Item, index: number): Item => {
  const [name, shortName] = names[index % names.length] ?? ['', ''];
  if (path.startsWith('data/accounts/'))
    return { ...content, name: `${name} ${index}`, shortName: `${shortName} ${index}` };
  if (path.startsWith('data/people/')) return { ...content, name: `${shortName} ${content.name}` };
  return content;
};

/** Makes texts of a kind that people write at length as long as they may be: a decision, a mission, notes. */
const lengthened = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map(item => lengthened(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Item).map(([name, inner]) => {
      if (name === 'reason' && typeof inner === 'object') return [name, `${words(2000)} ${unbroken}`];
      if (name === 'note' || name === 'outcome')
        return [name, typeof inner === 'number' ? inner : `${words(60)} ${unbroken}`];
      return [name, lengthened(inner, name)];
    }),
  );
};

/** The example, whose documents have every section, with names and texts that nobody has laid it out for. */
export const hostileWorkspace = async (): Promise<WorkspaceFiles> => {
  const files = await exampleFiles();
  return inOneLanguage(
    'es-ES',
    files.map(([path, content], index) => {
      const named = renamed(path, content as Item, index);
      const long = path.endsWith('decisions.yaml') ? lengthened(named) : named;
      return [path, long] as const;
    }),
  );
};

const settings = (language: string, more: Item = {}): string =>
  stringify({
    company: { name: 'Cal del Sur' },
    currency: 'EUR',
    period: '2026-Q3',
    locales: [language],
    ...more,
  });

const history = (revenue: number): Item =>
  Object.fromEntries(
    ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map((quarter, index) => [
      quarter,
      { revenue: revenue + index * 10 },
    ]),
  );

/** Names and revenue, and nothing that a programme would have. */
const bare = (count: number, revenue: (index: number) => number, language: string): WorkspaceFiles => ({
  'data/workspace.yaml': settings(language),
  ...Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `data/accounts/a${String(index).padStart(3, '0')}.yaml`,
      stringify({
        name: `Cliente ${index + 1}`,
        history: history(revenue(index)),
        ...(index < 2 ? { key: [{ from: '2025-Q1' }] } : {}),
      }),
    ]),
  ),
});

export const oneAccount = (): WorkspaceFiles => bare(1, () => 1000, 'es-ES');
export const allNegative = (): WorkspaceFiles => bare(5, index => -1000 * (index + 1), 'en-GB');

/** The example without a word about its programme: no scores and no checks, no KPIs, no decisions. */
export const emptyProgramme = async (): Promise<WorkspaceFiles> => {
  const files = (await exampleFiles()).filter(([path]) => !path.startsWith('data/program/'));
  return inOneLanguage(
    'en-GB',
    files.map(([path, content]) => {
      const { checks: _, ratings: __, ...others } = content as Item;
      return [path, path.startsWith('data/accounts/') ? others : content] as const;
    }),
  );
};

/** The example among so many customers that no chart and no table can name them all. */
export const manyAccounts = async (count: number): Promise<WorkspaceFiles> => ({
  ...bare(count, index => 500_000 - index * 1200, 'es-ES'),
  ...inOneLanguage('es-ES', await exampleFiles()),
});

/** The example with a points table of so many criteria, half of which count for the attractiveness of an account. */
export const manyCriteria = async (count: number): Promise<WorkspaceFiles> => {
  const files = await exampleFiles();
  return inOneLanguage(
    'en-GB',
    files.map(([path, content]) => {
      if (path !== 'data/program/scoring.yaml') return [path, content] as const;
      const { criteria, ...others } = content as { readonly criteria: readonly Item[] };
      const more = Array.from({ length: count - criteria.length }, (_, index) => ({
        id: `criterion-${index + 1}`,
        name: `Criterion ${index + 1} of suitability`,
        weight: 1 + (index % 3),
        attractiveness: index % 2 === 0,
        derive: { by: 'percentile', measure: index % 2 === 0 ? 'revenue' : 'tenure' },
      }));
      return [path, { ...others, criteria: [...criteria, ...more] }] as const;
    }),
  );
};

const inOneLanguage = (language: string, files: readonly (readonly [string, unknown])[]): WorkspaceFiles =>
  Object.fromEntries(
    files.map(([path, content]) => [
      path,
      stringify(
        path === 'data/workspace.yaml'
          ? { ...(content as Item), locales: [language], brand: undefined }
          : content,
      ),
    ]),
  );

export const writeWorkspace = async (folder: string, files: WorkspaceFiles): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
};
