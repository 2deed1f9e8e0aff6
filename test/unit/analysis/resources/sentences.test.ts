import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { resources } from '../../../../src/analysis/methods/resources.ts';
import { saidOf } from '../said.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;

const key = [{ from: '2024-Q1' }];
const year = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const scoring: WorkspaceInput['scoring'] = { criteria: [{ id: 'potential', name: 'Potential', weight: 1 }] };

const account = (
  { revenue, hours, spend, potential }: Record<'revenue' | 'hours' | 'spend' | 'potential', number>,
  rest: Accounts[string]['resources'] = {},
): Accounts[string] => ({
  key,
  manager: 'ana',
  history: { '2026-Q3': { revenue, hours } },
  ratings: { '2026-Q3': { potential } },
  resources: { spend: { '2026-Q3': { travel: { actual: spend } } }, ...rest },
});

const given = (hours: number) => ({
  people: [{ person: 'ana', hours: Object.fromEntries(year.map(period => [period, hours])) }],
});

/** What is said of `a`, which gets its part of the hours and next to no money, beside one of twice its size. */
const said = (rest?: Accounts[string]['resources']) => {
  const workspace = workspaceOf({
    settings: { basis: 'quarter' },
    scoring,
    people: { ana: { name: 'Ana', role: 'kam' } },
    accounts: {
      a: account({ revenue: 100, hours: 50, spend: 2, potential: 5 }, rest),
      b: account({ revenue: 200, hours: 100, spend: 98, potential: 5 }),
    },
  });
  const all = saidOf(analyze(workspace, '2026-Q3', [resources]), workspace);
  return (code: string) => all.find(({ finding }) => finding.code === code);
};

describe('what is said of resources', () => {
  it('names the measures by which an account falls short, where its hours match its revenue', () => {
    const [es = '', en = ''] = said()('resources.hours-alone')?.others ?? [];
    expect(es).toContain('lo que recibe en conjunto se queda corto en potencial y puntos.');
    expect(en).toContain('what it gets in all falls short of its potential and points.');
  });

  it.each([
    [{}, 'Buscar recursos para a', 'Find resources for a'],
    [{ need: 400 }, 'pide 400 horas al año a su responsable', 'it needs 400 hours a year of its manager'],
    [{ need: 400, ...given(50) }, 'a su responsable y recibe 200', 'of its manager and gets 200'],
    [{ need: 430, ...given(101) }, 'Buscar otros recursos para', 'Find other resources for'],
  ])('asks for hours only where those of the manager fall short of what is declared: %j', (rest, es, en) => {
    const decisions = said(rest)('resources.account')?.decisions ?? [];
    expect(decisions[0]).toContain(es);
    expect(decisions[1]).toContain(en);
  });
});
