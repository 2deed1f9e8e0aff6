import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../src/platform/files.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { exampleAccounts, type NewFile, readStarter } from '../../../src/workspace/starter/starter.ts';

const product = createFiles(packageRoot);
const languages = ['es', 'en'] as const;

const load = (files: readonly NewFile[]) => {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return loadWorkspace({
    read: async path => texts.get(path),
    readBytes: async () => undefined,
    list: async folder => [...texts.keys()].filter(path => path.startsWith(`${folder}/`)).sort(),
  });
};

const filesFor = async (language: string, company: string, name: string): Promise<readonly NewFile[]> => {
  const starter = await readStarter(product, language);
  const [first, ...others] = exampleAccounts('2026-Q3', language);
  if (first === undefined) throw new Error('there are no examples');
  return starter.workspace({
    company,
    currency: 'EUR',
    period: '2026-Q3',
    locales: [language],
    accounts: [{ ...first, name }, ...others],
  });
};

describe.each(languages)('what a new workspace begins with, in %s', language => {
  it('is in order, and its names are what was given', async () => {
    const { value, diagnostics } = await load(await filesFor(language, 'Acme', 'North'));
    expect(diagnostics).toEqual([]);
    expect(value?.settings.company.name).toBe('Acme');
    expect(value?.accounts.filter(({ key }) => key.length > 0)).toHaveLength(2);
  });

  it('holds any name, whatever YAML would read in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => text.trim() !== ''),
        async name => {
          const { value, diagnostics } = await load(await filesFor(language, name, name));
          // A name of control characters is refused as such; none changes what the file holds beside it.
          if (diagnostics.some(({ severity }) => severity === 'error')) return;
          expect(value?.settings.company.name).toBe(name);
          expect(value?.accounts.map(one => one.name)).toContain(name);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('has comments that can be taken in as they are', async () => {
    for (const file of ['workspace', 'account']) {
      const template = await readFile(
        join(packageRoot, `templates/starter/${language}/${file}.yaml`),
        'utf8',
      );
      const offered = template.split('\n').filter(line => line.startsWith('#| '));
      expect(offered.length).toBeGreaterThan(3);
    }
    const files = (await filesFor(language, 'Acme', 'North')).map(({ path, text }) => ({
      path,
      text: text.replaceAll(/^# (?=[a-zA-Z]+: |[a-z]+:$| {2})/gm, ''),
    }));
    const { value, diagnostics } = await load(files);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value?.settings.document.source).toBeDefined();
    expect(
      value?.accounts.every(({ industry, since }) => industry !== undefined && since !== undefined),
    ).toBe(true);
  });
});
