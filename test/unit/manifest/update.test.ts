import { describe, expect, test } from 'vitest';
import { type Manifest, manifestText, parseManifest } from '../../../src/manifest/manifest.ts';
import { type Made, updatedManifest } from '../../../src/manifest/update.ts';

const hash = (letter: string): string => letter.repeat(64);

const made = (more: Partial<Made> = {}): Made => ({
  product: '1.0.0',
  browser: 'chromium 1',
  date: undefined,
  archive: hash('e'),
  inputs: new Map([
    ['data/workspace.yaml', hash('1')],
    ['data/accounts/a.yaml', hash('2')],
    ['reports/notes.md', hash('3')],
  ]),
  notebooks: { notes: { files: ['reports/notes.md'], lists: false }, index: { files: [], lists: true } },
  outputs: new Map([
    ['notes.es.html', hash('a')],
    ['notes.es.pdf', hash('b')],
    ['account-plan/a.es.pdf', hash('c')],
  ]),
  ...more,
});
const keepAll = () => false;
const edited = new Map([...made().inputs, ['data/accounts/a.yaml', hash('9')]]);

describe('the manifest after a build', () => {
  const first = updatedManifest(undefined, made(), keepAll);

  test('has a line for each output and each input, sorted, and reads back as it was written', () => {
    const text = manifestText(first);
    expect(parseManifest(text)).toEqual(first);
    const lines = text.split('\n');
    expect(lines.filter(line => line.includes('"sha256"'))).toHaveLength(3);
    expect(lines.findIndex(line => line.includes('accounts/a.yaml'))).toBeLessThan(
      lines.findIndex(line => line.includes('data/workspace.yaml')),
    );
  });

  test('keeps the entries of documents that the build did not make, and from what those were made', () => {
    const outputs = new Map([['notes.es.html', hash('d')]]);
    const second = updatedManifest(first, made({ inputs: edited, outputs, browser: undefined }), keepAll);
    expect(second.outputs['notes.es.html']).toEqual({ sha256: hash('d') });
    expect(second.outputs['account-plan/a.es.pdf']).toEqual({
      sha256: hash('c'),
      otherwise: { inputs: { 'data/accounts/a.yaml': hash('2') } },
    });
    expect(second.browser).toBe('chromium 1');
  });

  test('forgets what was otherwise once everything is made from the same again', () => {
    const outputs = new Map([['notes.es.html', hash('d')]]);
    const partial = updatedManifest(first, made({ inputs: edited, outputs }), keepAll);
    expect(updatedManifest(partial, made({ outputs }), keepAll).outputs['notes.es.pdf']).toEqual({
      sha256: hash('b'),
    });
    expect(updatedManifest(partial, made(), keepAll)).toEqual(first);
  });

  test('notes of an older document the versions, and an input that was not there yet', () => {
    const outputs = new Map([['notes.es.html', hash('d')]]);
    const inputs = new Map([...made().inputs, ['data/accounts/b.yaml', hash('4')]]);
    const later = made({ inputs, outputs, product: '2.0.0', browser: 'chromium 2' });
    expect(updatedManifest(first, later, keepAll).outputs['notes.es.pdf']?.otherwise).toEqual({
      product: '1.0.0',
      browser: 'chromium 1',
      inputs: { 'data/accounts/b.yaml': null },
    });
  });

  test('lets another notebook concern nobody but the documents that list all others', () => {
    const outputs = new Map([['notes.es.html', hash('d')]]);
    const before: Manifest = {
      ...first,
      outputs: { ...first.outputs, 'index.es.html': { sha256: hash('f') } },
    };
    const inputs = new Map([...made().inputs, ['reports/notes.md', hash('7')]]);
    const after = updatedManifest(before, made({ inputs, outputs }), keepAll).outputs;
    expect(after['account-plan/a.es.pdf']).toEqual({ sha256: hash('c') });
    expect(after['index.es.html']?.otherwise).toEqual({ inputs: { 'reports/notes.md': hash('3') } });
  });

  test('drops what a build would have made were it still a document', () => {
    const outputs = new Map([['notes.es.html', hash('d')]]);
    const after = updatedManifest(first, made({ outputs }), path => path.startsWith('account-plan/'));
    expect(Object.keys(after.outputs)).toEqual(['notes.es.html', 'notes.es.pdf']);
  });
});

test.each([['{'], ['[]'], ['{"schema":2}'], ['<<<<<<< ours\n{}']])('is not read from %j', text => {
  expect(parseManifest(text)).toBeUndefined();
});
