import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ScriptOptions, scriptOf } from '../../../src/cli/import-script.ts';
import { planImport } from '../../../src/import/run.ts';
import { openDatabase } from '../../../src/platform/duckdb.ts';
import { createFiles } from '../../../src/platform/files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuentas-recipes-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Content = string | Uint8Array;
let made = 0;

/** The accounts that a recipe makes of some files, by id, and the reasons of its rejects. */
const imported = async (
  recipe: string,
  contents: Readonly<Record<string, Content>>,
  declared: Omit<ScriptOptions, 'data'> = {},
) => {
  made += 1;
  const data = join(folder, `data-${made}`);
  await mkdir(data);
  for (const [name, content] of Object.entries(contents)) await writeFile(join(data, name), content);
  const database = await openDatabase(data);
  try {
    const script = await scriptOf(recipe, { data, ...declared }, database);
    if (!('sql' in script))
      return { problems: script.map(({ message }) => message), accounts: {}, reasons: [] };
    const files = createFiles(join(folder, `root-${made}`));
    const { value, diagnostics } = await planImport({
      sqlFile: script.name,
      sql: script.sql,
      database,
      files,
      force: false,
    });
    const accounts = (value?.files ?? [])
      .filter(({ path }) => path.startsWith('data/accounts/'))
      .map(({ path, text }) => [path.slice('data/accounts/'.length, -'.yaml'.length), parse(text)]);
    return {
      problems: [...diagnostics, ...(value?.problems ?? [])].map(({ message }) => message),
      accounts: Object.fromEntries(accounts),
      reasons: (value?.report.rejects ?? []).map(({ reason }) => reason),
    };
  } finally {
    await database.close();
  }
};

const won = {
  name: 'Horno 2',
  kind: 'new',
  stage: 'won',
  opened: '2026-02-01',
  closed: '2026-03-31',
  value: 1234.5,
  probability: 1,
};
const acme = {
  name: 'Peña, S.L.',
  industry: 'Steel',
  country: 'Spain',
  fields: { employees: 1200 },
  manager: 'ana-diaz',
};

describe('Salesforce', () => {
  const spanish = {
    'Cuentas.csv': `Nombre de la cuenta;Tipo;Sector;País de facturación;Empleados;Propietario de la cuenta;Cuenta principal
Peña, S.L.;Cliente;Steel;Spain;1.200;Ana Díaz;
Peña Sur;Posible cliente;;;;;Peña, S.L.
`,
    'Oportunidades.csv': `Id. de la oportunidad;Nombre de la oportunidad;Nombre de la cuenta;Etapa;Importe;Fecha de creación;Fecha de cierre;Probabilidad (%);Tipo;Origen del candidato;Propietario de la oportunidad
006A;Horno 2;Peña, S.L.;Cerrada ganada;1.234,50;1/2/2026;31/3/2026;100%;Nuevo negocio;Web;Luis Sanz
006B;Horno 3;Peña Sur;Negociación/revisión;2.000;1/2/2026;31/12/2026;75;;;Ana Díaz
006C;Horno 4;Peña Sur;Una etapa propia;1;1/2/2026;31/12/2026;75;;;Ana Díaz
`,
  };
  const declared = { encoding: 'windows-1252', decimal: 'comma', dates: 'day-first' } as const;

  test('the interface in Spanish, as Excel writes it', async () => {
    const ansi = Object.fromEntries(
      Object.entries(spanish).map(([name, text]) => [name, Buffer.from(text, 'latin1')]),
    );
    const { accounts, reasons, problems } = await imported('salesforce', ansi, declared);
    expect(problems).toEqual([]);
    expect(accounts).toEqual({
      'pena-sl': {
        ...acme,
        status: 'active',
        opportunities: [{ id: '006A', ...won, source: 'inbound', seller: 'luis-sanz' }],
      },
      'pena-sur': {
        name: 'Peña Sur',
        status: 'prospect',
        parent: 'pena-sl',
        opportunities: [
          {
            id: '006B',
            name: 'Horno 3',
            stage: 'open',
            opened: '2026-02-01',
            value: 2000,
            probability: 0.75,
            seller: 'ana-diaz',
          },
        ],
      },
    });
    expect(reasons).toEqual([expect.stringContaining('Una etapa propia')]);
    expect((await imported('salesforce', ansi)).problems[0]).toContain('It is not UTF-8');
  });

  test('what is not declared is not guessed: the rows are rejected, and say what to declare', async () => {
    const { accounts, reasons } = await imported('salesforce', spanish);
    expect(accounts['pena-sl']).not.toHaveProperty('opportunities');
    expect(accounts['pena-sl']).not.toHaveProperty('fields');
    expect(reasons).toHaveLength(4);
    expect(reasons[0]).toContain('--dates day-first or --dates month-first');
    expect(reasons[0]).toContain('say --decimal point or --decimal comma');
    expect(reasons[3]).toContain('without this number: 1.200 may be read in two ways');
  });

  test('the API, as Data Loader writes it: ids lead from deals to accounts', async () => {
    const { accounts, reasons, problems } = await imported('salesforce', {
      'account.csv':
        '"ID","NAME","INDUSTRY","BILLINGCOUNTRY","NUMBEROFEMPLOYEES","PARENTID"\n"001A","Peña, S.L.","Steel","Spain","1200",""\n"001B","Peña Sur","","","","001A"\n',
      'opportunity.csv':
        '"ID","NAME","ACCOUNTID","STAGENAME","ISWON","ISCLOSED","AMOUNT","CREATEDDATE","CLOSEDATE","PROBABILITY","TYPE"\n"006A","Horno 2","001A","Ganadísima","true","true","1234.5","2026-02-01T09:00:00.000Z","2026-03-31","100","New Customer"\n"006Z","Horno 9","001Z","Prospecting","false","false","","","","",""\n',
    });
    expect(problems).toEqual([]);
    expect(accounts['pena-sl']).toEqual({
      ...acme,
      manager: undefined,
      fields: { employees: 1200, crmId: '001A' },
      opportunities: [{ id: '006A', ...won }],
    });
    expect(accounts['pena-sur'].parent).toBe('pena-sl');
    expect(reasons).toEqual([expect.stringContaining('"001Z" stands for no account')]);
  });
});

describe('HubSpot', () => {
  test('heads as real exports have them: associations stay English, a parent is a record ID', async () => {
    const { accounts, problems } = await imported(
      'hubspot',
      {
        'empresas.csv':
          'ID de registro,Nombre de la empresa,Sector,País/región,Ciudad,Parent Company\n77,"Peña, S.L.",Steel,Spain,Bilbao,\n78,Peña Sur,,,,77\n',
        'deals.csv':
          'Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Deal owner,Associated Company IDs (Primary),Associated Company Names (Primary)\n9,Horno 2,Ventas,Closed Won,1234.50,2026-03-31 10:00,2026-02-01 09:00,Luis Sanz,77,"Peña, S.L."\n',
      },
      { decimal: 'point' },
    );
    expect(problems).toEqual([]);
    expect(accounts['pena-sur'].parent).toBe('pena-sl');
    expect(accounts['pena-sl'].opportunities).toEqual([
      expect.objectContaining({ id: '9', name: 'Horno 2', stage: 'won' }),
    ]);
  });

  test('the interface in English, as a workbook and with the month first', async () => {
    const rows = [
      [
        'Record ID',
        'Company name',
        'Industry',
        'Country/Region',
        'Number of Employees',
        'Company owner',
        'Lifecycle Stage',
      ],
      [77, 'Peña, S.L.', 'Steel', 'Spain', 1200, 'Ana Díaz', 'Customer'],
    ];
    const { accounts, problems } = await imported(
      'hubspot',
      {
        'companies.xlsx': await writeXlsx({ sheets: [{ name: 'companies', rows }] }),
        'deals.csv':
          '\uFEFFRecord ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Deal probability,Deal Type,Deal owner,Associated Company\n9,Horno 2,Closed Won,"1,234.50",02/01/2026 10:00,3/31/2026,1.0,New Business,Luis Sanz,"Peña, S.L."\n',
      },
      { decimal: 'point', dates: 'month-first' },
    );
    expect(problems).toEqual([]);
    expect(accounts).toEqual({
      'pena-sl': {
        ...acme,
        status: 'active',
        fields: { employees: 1200, crmId: '77' },
        opportunities: [{ id: '9', ...won, seller: 'luis-sanz' }],
      },
    });
  });

  test('the API, as it answers', async () => {
    const companies = [
      {
        id: '77',
        properties: {
          name: 'Peña, S.L.',
          industry: 'Steel',
          country: 'Spain',
          numberofemployees: '1200',
          hs_object_id: '77',
        },
      },
    ];
    const deals = [
      {
        id: '9',
        properties: {
          dealname: 'Horno 2',
          dealstage: 'closedwon',
          amount: '1234.5',
          createdate: '2026-02-01T00:00:00Z',
          closedate: '2026-03-31T00:00:00Z',
          hs_deal_stage_probability: '1',
          dealtype: 'newbusiness',
          hs_primary_associated_company: '77',
          hs_object_id: '9',
        },
      },
    ];
    const { accounts, problems } = await imported('hubspot', {
      'companies.json': JSON.stringify({ results: companies }),
      'deals.json': JSON.stringify({ results: deals }),
    });
    expect(problems).toEqual([]);
    expect(accounts['pena-sl'].opportunities).toEqual([{ id: '9', ...won }]);
    expect(accounts['pena-sl'].fields).toEqual({ employees: 1200, crmId: '77' });
  });

  test('two files of the same kind, or none, are no matter for guesses', async () => {
    const text = 'Company name\nAcme\n';
    await expect(imported('hubspot', { 'a.csv': text, 'b.csv': text })).rejects.toThrow(
      'a.csv and b.csv both look like accounts',
    );
    await expect(imported('hubspot', { 'a.csv': 'x,y\n1,2\n' })).rejects.toThrow(
      'No file of the folder has the columns of accounts',
    );
  });
});

test('an unknown recipe is told the known ones', async () => {
  await expect(imported('sugar', {})).rejects.toMatchObject({
    hints: [expect.stringContaining('hubspot, salesforce')],
  });
});
