import { expect, test } from 'vitest';
import { type Present, staleness } from '../../../src/manifest/fresh.ts';
import type { Manifest } from '../../../src/manifest/manifest.ts';

const hash = (letter: string): string => letter.repeat(64);

const manifest: Manifest = {
  schema: 1,
  product: '1.0.0',
  archive: hash('e'),
  inputs: {
    'data/workspace.yaml': hash('1'),
    'reports/notes.md': hash('2'),
    'templates/partials/p.md': hash('3'),
  },
  notebooks: {
    notes: { files: ['reports/notes.md', 'templates/partials/p.md'], lists: false },
    index: { files: [], lists: true },
  },
  outputs: {
    'notes.es.html': { sha256: hash('a') },
    'notes.es.pdf': { sha256: hash('b') },
    'index.es.html': { sha256: hash('c') },
    'plan/x.es.html': { sha256: hash('d') },
  },
};

const present = (more: Partial<Present> = {}): Present => ({
  product: '1.0.0',
  archive: hash('e'),
  inputs: new Map(Object.entries(manifest.inputs)),
  documents: new Map(Object.entries(manifest.outputs).map(([path, { sha256 }]) => [path, sha256])),
  isIgnored: () => false,
  ...more,
});
const told = (more: Partial<Present>, by = manifest) =>
  staleness('2026-Q3', by, present(more)).map(({ code, message }) => `${code} ${message}`);
const inputs = (...changes: readonly (readonly [string, string])[]) =>
  new Map([...Object.entries(manifest.inputs), ...changes]);
const documents = (...without: readonly string[]) =>
  new Map([...present().documents].filter(([path]) => !without.includes(path)));

test('nothing is said where everything is as it was', () => {
  expect(told({})).toEqual([]);
});

test('data concern every document: one message for all that are stale for the same reason', () => {
  expect(told({ inputs: inputs(['data/workspace.yaml', hash('9')]) })).toEqual([
    'fresh/stale 4 documents were made before data/workspace.yaml changed: 1 of index, 2 of notes, 1 of plan.',
  ]);
});

test('a notebook and its partials concern its documents, and those that list documents', () => {
  const [message, ...others] = told({ inputs: inputs(['templates/partials/p.md', hash('9')]) });
  expect(others).toEqual([]);
  expect(message).toMatch(
    /^fresh\/stale 3 documents .*partials\/p\.md.*: index\.es\.html, notes\.es\.html, notes\.es\.pdf\.$/,
  );
});

test('a file that came or went is a change, and so is a document of an earlier quarter', () => {
  expect(told({ inputs: inputs(['data/accounts/n.yaml', hash('9')]) })[0]).toMatch(/n\.yaml was added/);
  const without = new Map([...inputs()].filter(([path]) => path !== 'data/workspace.yaml'));
  expect(told({ inputs: without })[0]).toMatch(/workspace\.yaml was removed/);
  expect(told({ archive: hash('8') })).toEqual([
    'fresh/stale One document was made before documents of earlier quarters came or went: index.es.html.',
  ]);
});

test('a document that was made from other inputs than the rest is stale alone', () => {
  const otherwise = { inputs: { 'data/workspace.yaml': hash('7') } };
  const partial = {
    ...manifest,
    outputs: { ...manifest.outputs, 'plan/x.es.html': { sha256: hash('d'), otherwise } },
  };
  expect(told({}, partial)).toEqual([
    'fresh/stale One document was made before data/workspace.yaml changed: plan/x.es.html.',
  ]);
});

test('missing, changed, left over and of another version are told apart', () => {
  expect(told({ documents: documents('notes.es.pdf') })[0]).toMatch(/^fresh\/missing One .*notes\.es\.pdf/);
  expect(told({ documents: new Map([...documents(), ['notes.es.html', hash('9')]]) })[0]).toMatch(
    /^fresh\/changed-by-hand notes\.es\.html/,
  );
  expect(told({ documents: new Map([...documents(), ['plan/gone.es.html', hash('9')]]) })[0]).toMatch(
    /^fresh\/unexpected plan\/gone\.es\.html/,
  );
  expect(told({ product: '1.1.0' })[0]).toMatch(
    /^fresh\/other-version 4 .*cuentas 1\.0\.0, and this is 1\.1\.0/,
  );
});

test('what git ignores may be absent, and nothing is said of it then', () => {
  const absent = {
    documents: documents('plan/x.es.html'),
    isIgnored: (path: string) => path.startsWith('plan/'),
  };
  expect(told(absent)).toEqual([]);
  expect(told({ ...absent, inputs: inputs(['data/workspace.yaml', hash('9')]) })[0]).toMatch(
    /^fresh\/stale 3 /,
  );
});
