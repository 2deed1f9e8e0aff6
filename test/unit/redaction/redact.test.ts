import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../../src/model/diagnostic.ts';
import { keyedDigest } from '../../../src/platform/keyed-digest.ts';
import { checkAudiences } from '../../../src/redaction/check.ts';
import { groupKeys, hiddenKeys, schemasOf } from '../../../src/redaction/fields.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { load } from '../workspace/memory.ts';

const account = (name: string, revenue: number, margin: number): string => `name: ${name}
manager: ana-ruiz
contacts:
  - { id: eva-gil, name: Eva Gil, influence: 4 }
history:
  2025-Q3: { revenue: ${revenue - 10}, margin: ${margin} }
  2026-Q1: { revenue: ${revenue}, margin: ${margin} }
  2026-Q2: { revenue: ${revenue}, margin: ${margin} }
  2026-Q3: { revenue: ${revenue}, margin: ${margin} }
actions:
  - { title: Visit ${name}, owner: ana-ruiz, due: 2026-10-01 }
`;

const files = (audience: string) => ({
  'data/people/ana-ruiz.yaml': 'name: Ana Ruiz\nrole: kam\n',
  'data/accounts/uno.yaml': account('Aceros Uno', 500, 120),
  'data/accounts/dos.yaml': account('Balnearios Dos', 300, 80),
  'data/accounts/tres.yaml': account('Cerámicas Tres', 200, 30),
  'data/audiences.yaml': `audiences:
  partners:
    title: Partners
    key: a-key-of-the-tests
    ${audience}
`,
});

const redacted = async (audience: string) => {
  const loaded = await load(files(audience));
  const { value } = loaded;
  if (value === undefined) throw new Error(loaded.diagnostics.map(({ message }) => message).join('; '));
  return redact({ ...loaded, value }, 'partners', keyedDigest);
};

const edition = async (audience: string) => {
  const { value, diagnostics } = await redacted(audience);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return { ...value, analysis: value.analyze('2026-Q3'), diagnostics };
};

describe('an edition', () => {
  test('holds no name and no id of a name', async () => {
    const { workspace, analysis } = await edition('names: [accounts, people, contacts]');
    const said = JSON.stringify([
      workspace,
      [...analysis.figures.values()],
      [...analysis.series.values()],
      analysis.findings,
    ]);
    expect(said).not.toMatch(/aceros|balnearios|cer[aá]micas|\b(uno|dos|tres)\b|ana.ruiz|eva.gil/i);
    expect(said).toMatch(/c-\d{4}/);
    expect(said).not.toContain('a-key-of-the-tests');
  });

  test('states the same numbers as the whole where nothing is hidden but names', async () => {
    const { analysis } = await edition('names: [accounts]');
    expect(analysis.figures.get('portfolio.concentration.top1')?.value).toBe(0.5);
  });

  test('withholds every figure that the hidden fields would change, and no other', async () => {
    const whole = await edition('names: []');
    const part = await edition('names: []\n    hide: [margins]');
    const changed: string[] = [];
    for (const figure of whole.analysis.figures.values()) {
      const own = part.analysis.figures.get(figure.id);
      if (own?.unavailable?.code === 'hidden') changed.push(figure.id);
      else expect([figure.id, own?.value]).toEqual([figure.id, figure.value]);
    }
    expect(changed.length).toBeGreaterThan(3);
    expect(changed).not.toContain('portfolio.concentration.top1');
    expect(changed.filter(id => /margin|profit|contribution/.test(id)).length).toBeGreaterThan(0);
    expect(part.analysis.findings.every(({ id }) => whole.analysis.findings.some(one => one.id === id))).toBe(
      true,
    );
  });

  test('says nothing of what stands at a hidden place, and the right line of any other', async () => {
    const { locate, workspace } = await edition('hide: [margins]');
    const [first] = workspace.accounts;
    const file = first?.source.file ?? '';
    expect(file).toMatch(/^data\/accounts\/c-\d{4}\.yaml$/);
    expect(locate({ file, path: ['history', '2026-Q3', 'margin'] })).toEqual({ hidden: true });
    expect(locate({ file, path: ['history', '2026-Q3', 'revenue'] })).toMatchObject({
      span: { file, line: 9 },
    });
    expect(locate({ file, path: ['manager'] }).written).toMatch(/^p-\d{4}$/);
    expect(locate({ file, path: ['name'] }).written).toMatch(/^C-\d{4}$/);
  });

  test('shows a total over hidden values only where nobody’s value can be read from it', async () => {
    const figures = (await edition('names: []')).analysis.figures;
    const total = [...figures.values()].find(
      ({ id, value }) =>
        id.startsWith('portfolio.') && /margin|profit|contribution/.test(id) && value !== undefined,
    );
    expect(total).toBeDefined();
    const { analysis, diagnostics } = await edition(`hide: [margins]\n    keep: [${total?.id}]`);
    expect(analysis.figures.get(total?.id ?? '')?.unavailable).toEqual({ code: 'hidden' });
    expect(diagnostics.map(({ message }) => message).join()).toContain('fewer than 5 accounts');
  });

  test('takes free texts away where the audience asks for it', async () => {
    const { workspace, diagnostics } = await edition('prose: hide');
    expect(workspace.accounts.flatMap(({ actions }) => actions.map(({ title }) => title))).toEqual([
      '—',
      '—',
      '—',
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('warns of the free texts that it shows', async () => {
    const { diagnostics } = await edition('prose: mask');
    expect(diagnostics.map(({ code }) => code)).toEqual(['redaction/free-text']);
  });
});

describe('audiences', () => {
  test.each([
    ['hide: [margin]', 'redaction/unknown-field'],
    ['hide: [account.history.*.marign]', 'redaction/unknown-field'],
    ['hide: [account.actions.due]', 'redaction/needed-field'],
    ['codes: { unoo: "1" }', 'redaction/unknown-id'],
    ['aliases: { quatro: [Four] }', 'redaction/unknown-id'],
    ['codes: { uno: "1", dos: "1" }', 'redaction/codes'],
  ])('%s is refused before anything is shown', async (audience, code) => {
    const { value, diagnostics } = await redacted(audience);
    expect(value).toBeUndefined();
    expect(hasErrors(diagnostics)).toBe(true);
    expect(diagnostics[0]).toMatchObject({ code, span: { file: 'data/audiences.yaml', line: 5 } });
  });

  test('two digits are few for more than ten accounts', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`data/accounts/a${index}.yaml`, `name: A${index}\n`]),
    );
    const { value, locate } = await load({ ...files('digits: 2'), ...many });
    if (value === undefined) throw new Error('The workspace is sound');
    expect(checkAudiences(value, locate).map(({ code }) => code)).toEqual(['redaction/codes']);
  });

  test.each(Object.keys(groupKeys))('the group %s stands for keys that exist', group => {
    for (const key of hiddenKeys([group])) {
      const { found, needed } = schemasOf(key);
      expect([key, needed]).toEqual([key, []]);
      expect(found).toBeGreaterThan(0);
    }
  });
});
