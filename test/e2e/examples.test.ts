import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Analysis, analyze } from '../../src/analysis/analyze.ts';
import type { Count, Reject } from '../../src/import/ledger.ts';
import { type AccountData, accountSchema } from '../../src/model/account.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import { createFiles } from '../../src/platform/files.ts';
import { type LoadedWorkspace, loadWorkspace } from '../../src/workspace/load.ts';

const dataFolder = resolve('../shared/data');
const isHere = existsSync(join(dataFolder, 'crm')) && existsSync(join(dataFolder, 'northwind'));
if (!isHere) console.warn('Skipped: the real data of the examples are not in ../shared/data.');

/** The text of the strategic review in a language, as a browser would show it: tags gone, spaces made plain. */
const reviewOf = ({ root }: Example, period: string, tag: string): string =>
  readFileSync(join(root, 'reports', period, `strategic-review.${tag}.html`), 'utf8')
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/(?:\s|&nbsp;)+/g, ' ');

/** What a value that nobody meant to print looks like. */
const nonsense = /\bundefined\b|\bNaN\b|\bnull\b|\[object |Infinity/;

/** Builds the review of the example as HTML, as a user does. */
const buildExample = ({ root }: Example): void => {
  const { status, output } = cuentas('build', 'strategic-review', '--root', root, '--format', 'html');
  expect(output).not.toMatch(/bug:|error/i);
  expect(status).toBe(0);
};

/** How many pages the board summary has in Spanish. */
const boardPages = async ({ root }: Example, period: string): Promise<number> => {
  cuentas('build', 'board-summary', '--root', root, '--format', 'pdf', '--locale', 'es-ES');
  const pdf = readFileSync(join(root, 'reports', period, 'board-summary.es-ES.pdf'));
  return (await PDFDocument.load(pdf)).getPageCount();
};

/** Runs the command line as a user does. */
const cuentas = (...args: readonly string[]): { readonly status: number | null; readonly output: string } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'src/cli/main.ts', ...args],
    { encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
};

interface Example {
  readonly root: string;
  readonly output: string;
  readonly report: { readonly counts: readonly Count[]; readonly rejects: readonly Reject[] };
  /** Every account file as it was written, not as the loader sees it. */
  readonly written: readonly AccountData[];
  readonly loaded: LoadedWorkspace;
}

const importExample = async (name: string): Promise<Example> => {
  const root = mkdtempSync(join(tmpdir(), `cuentas-${name}-`));
  cpSync(`examples/${name}/data`, join(root, 'data'), { recursive: true });
  const { status, output } = cuentas(
    'import',
    `examples/${name}/import.sql`,
    '--data',
    join(dataFolder, name),
    '--root',
    root,
  );
  if (status !== 0) throw new Error(output);
  return {
    root,
    output,
    report: parse(readFileSync(join(root, 'import-report.yaml'), 'utf8')),
    written: writtenAccounts(root),
    loaded: await loadWorkspace(createFiles(root)),
  };
};

const writtenAccounts = (root: string): AccountData[] =>
  readdirSync(join(root, 'data/accounts')).map(file =>
    accountSchema.parse(parse(readFileSync(join(root, 'data/accounts', file), 'utf8'))),
  );

const totalsOf = ({ written }: Example): { readonly revenue: string; readonly orders: number } => {
  const quarters = written.flatMap(({ history }) => Object.values(history));
  return {
    revenue: Decimal.sum(...quarters.map(({ revenue }) => revenue ?? 0)).toString(),
    orders: quarters.reduce((total, { orders }) => total + (orders ?? 0), 0),
  };
};

const workspaceOf = ({ loaded }: Example): Workspace => {
  expect(loaded.diagnostics).toEqual([]);
  if (loaded.value === undefined) throw new Error('The workspace was not loaded');
  return loaded.value;
};

const analyses = new Map<Workspace, Analysis>();

/** A figure of the workspace, which is analysed once. */
const figureOf = (workspace: Workspace, id: string): number => {
  const analysis = analyses.get(workspace) ?? analyze(workspace, workspace.settings.period);
  analyses.set(workspace, analysis);
  const value = analysis.figures.get(id)?.value;
  if (typeof value !== 'number') throw new Error(`${id} is not available`);
  return value;
};

describe.skipIf(!isHere)('the CRM export', () => {
  let example: Example;
  beforeAll(async () => {
    example = await importExample('crm');
  }, 120_000);
  afterAll(() => rmSync(example.root, { recursive: true }));

  test('adds up to its source: 10,005,534 in 4,238 won deals', () => {
    expect(totalsOf(example)).toEqual({ revenue: '10005534', orders: 4238 });
    const deals = example.written.flatMap(({ opportunities }) => opportunities);
    const won = deals.filter(({ stage }) => stage === 'won');
    expect(won.length).toBe(4238);
    expect(Decimal.sum(...won.map(({ value }) => value ?? 0)).toString()).toBe('10005534');
    expect(deals.filter(({ stage }) => stage === 'lost').length).toBe(2473);
  });

  test('every row of the pipeline is used or rejected: 1,425 name no account', () => {
    expect(
      example.report.counts.map(({ into, read, used, rejected }) => [into, read, used, rejected]),
    ).toEqual([
      ['people', 35, 35, 0],
      ['people', 6, 6, 0],
      ['products', 7, 7, 0],
      ['accounts', 85, 85, 0],
      ['accounts.history', 340, 340, 0],
      ['accounts.opportunities', 8800, 7375, 1425],
    ]);
    expect(new Set(example.report.rejects.map(({ code }) => code))).toEqual(new Set(['no-account']));
    expect(example.report.rejects[0]).toMatchObject({
      file: 'sales_pipeline.csv',
      fileRow: 10,
      values: { id: 'HAXMC4IX' },
    });
    expect(example.output).toContain('1425 rows rejected');
  });

  test('is what the analysis reports as revenue of the year', () => {
    expect(figureOf(workspaceOf(example), 'portfolio.revenue.total')).toBe(10_005_534);
  });

  test('loads without a word, with sectors mended, subsidiaries under their parents and products by their ids', () => {
    const { accounts, people, products } = workspaceOf(example);
    expect([accounts.length, people.length, products.length]).toEqual([85, 41, 7]);
    expect(accounts.filter(({ parent }) => parent !== undefined)).toHaveLength(15);
    expect(accounts.some(({ industry }) => industry === 'technolgy')).toBe(false);
    const sold = new Set(
      accounts.flatMap(({ opportunities }) => opportunities.map(({ product }) => product)),
    );
    expect([...sold].sort()).toEqual(products.map(({ id }) => id));
  });

  describe('as a review', () => {
    beforeAll(() => buildExample(example), 60_000);

    test('has a board summary of two pages, little as there is in it', async () => {
      expect(await boardPages(example, '2017-Q4')).toBe(2);
    }, 60_000);

    test.each([
      ['es-ES', 'Total 10.006 4.238 10.006'],
      ['en-US', 'Total 10,006 4,238 10,006'],
    ])('prints the totals of the source in %s', (tag, totals) => {
      expect(reviewOf(example, '2017-Q4', tag)).toContain(totals);
    });

    test.each([
      ['es-ES', 'Datos aún sin anotar: PY, ΔPY y Δ (%).', 'no registran sus contactos', 'nadie respondió'],
      ['en-US', 'Not recorded: PY, ΔPY, and Δ (%).', 'do not record their contacts', 'nobody answered'],
    ])('says in %s what is not on record, and why', (tag, ...reasons) => {
      const text = reviewOf(example, '2017-Q4', tag);
      for (const reason of reasons) expect(text).toContain(reason);
      expect(text).not.toMatch(nonsense);
    });

    test('counts the customers that its table cuts off, so that it adds up', () => {
      expect(reviewOf(example, '2017-Q4', 'en-US')).toMatch(
        /and \d+ more accounts [\d,]+ [\d.]+ Total 10,006 100\.0/,
      );
    });
  });
});

describe.skipIf(!isHere)('the Northwind orders', () => {
  let example: Example;
  beforeAll(async () => {
    example = await importExample('northwind');
  }, 120_000);
  afterAll(() => rmSync(example.root, { recursive: true }));

  test('add up to their source to the last decimal: 1,265,793.0395 in 830 orders', () => {
    expect(totalsOf(example)).toEqual({ revenue: '1265793.0395', orders: 830 });
    expect(example.report.rejects).toEqual([]);
  });

  test('load without a word: 91 customers, two of them without an order, each with its contact', () => {
    const { accounts, products } = workspaceOf(example);
    expect([accounts.length, products.length]).toEqual([91, 77]);
    expect(accounts.filter(({ status }) => status === 'prospect').map(({ id }) => id)).toEqual([
      'fissa-fabrica-inter-salchichas-sa',
      'paris-specialites',
    ]);
    expect(accounts.every(({ contacts }) => contacts.length === 1)).toBe(true);
  });

  test('the orders stand in their file, each with its day and amount, and fit as an independent program finds', () => {
    const workspace = workspaceOf(example);
    const lines = [...(workspace.orders?.accounts.values() ?? [])];
    expect(lines.reduce((count, { days }) => count + days.length, 0)).toBe(830);
    const amounts = lines.flatMap(({ amounts: own }) => [...own]);
    expect(amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toString()).toBe('1265793.0395');
    // SciPy 1.x, Nelder–Mead on the same likelihood: r 4.5695, alpha 43.354, −2340.957, and a → 0.
    expect(figureOf(workspace, 'portfolio.lifetime.orders.r')).toBeCloseTo(4.5695, 3);
    expect(figureOf(workspace, 'portfolio.lifetime.orders.alpha')).toBeCloseTo(43.354, 2);
    expect(figureOf(workspace, 'portfolio.lifetime.orders.log-likelihood')).toBeCloseTo(-2340.957, 3);
  });

  test('the period under review and the year before hold all of them', () => {
    const { settings, accounts } = workspaceOf(example);
    expect([settings.period, settings.basis]).toEqual(['1998-Q2', 'trailing-year']);
    const quarters = new Set(accounts.flatMap(({ history }) => Object.keys(history)));
    expect([...quarters].sort().at(0)).toBe('1996-Q3');
    expect(quarters.size).toBe(8);
  });

  test('the analysis reports them: revenue of the year and the year before add up to the source', () => {
    const workspace = workspaceOf(example);
    const total = figureOf(workspace, 'portfolio.revenue.total');
    expect(new Decimal(total).plus(figureOf(workspace, 'portfolio.revenue.prior')).toString()).toBe(
      '1265793.0395',
    );
  });

  test('a quarter without an order is a quarter without revenue, and nobody is compared with a gap', () => {
    const quarters = example.written
      .filter(({ status }) => status === 'active')
      .map(({ history }) => Object.keys(history).length);
    expect(new Set(quarters)).toEqual(new Set([8]));
    expect(figureOf(workspaceOf(example), 'kpi.net-revenue-retention.value')).toBeCloseTo(1.5505, 3);
  });

  describe('as a review', () => {
    beforeAll(() => buildExample(example), 60_000);

    test('has a board summary of two pages, many as its accounts at risk are', async () => {
      expect(await boardPages(example, '1998-Q2')).toBe(2);
    }, 60_000);

    test.each([
      ['es-ES', 'Total 1266', 'Datos aún sin anotar: oportunidades ganadas y valor ganado.'],
      ['en-US', 'Total 1,266', 'Not recorded: opportunities won and value won.'],
    ])('prints the total of the source in %s', (tag, total, missing) => {
      const text = reviewOf(example, '1998-Q2', tag);
      expect(text).toContain(total);
      expect(text).toContain(missing);
      expect(text).not.toMatch(nonsense);
    });

    test('claims no churn of zero where nobody recorded who left', () => {
      const text = reviewOf(example, '1998-Q2', 'en-US');
      expect(text).toContain('Churn rate nobody has recorded a customer that left');
    });
  });

  test('an import from a folder without the files fails with exit code 1 and changes nothing', () => {
    const path = join(example.root, 'data/accounts/alfreds-futterkiste.yaml');
    const before = readFileSync(path, 'utf8');
    const other = cuentas(
      'import',
      'examples/northwind/import.sql',
      '--data',
      join(dataFolder, 'crm'),
      '--root',
      example.root,
    );
    expect(other.status).toBe(1);
    expect(other.output).toContain('Nothing was written.');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
