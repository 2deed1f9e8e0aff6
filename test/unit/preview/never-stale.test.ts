import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLocale } from '../../../src/locale/locale.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadFonts } from '../../../src/platform/fonts.ts';
import { keyedDigest } from '../../../src/platform/keyed-digest.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { createPreview, type Preview } from '../../../src/preview/preview.ts';
import { documentAt } from '../../../src/preview/request.ts';

const installed = createFiles(packageRoot);
const fonts = await loadFonts();

/** The example, with some texts in place of those that lie on disk. */
const previewOf = (edited: ReadonlyMap<string, string>): Preview => {
  const tree = { ...installed, read: async (path: string) => edited.get(path) ?? installed.read(path) };
  return createPreview(
    {},
    {
      workspace: tree,
      product: tree,
      fonts,
      digest: keyedDigest,
      breath: async () => {},
      confinement: createConfinement(),
      chartSchema: readChartSchema,
      print: { pdf: () => Promise.reject(new Error('Nothing is printed here')) },
      loadLocale: async ({ product, own }, tag) => {
        const { value, ...read } = await loadMessages(product, tag, own);
        return { ...read, ...(value === undefined ? {} : { value: createLocale(tag, value) }) };
      },
    },
    [],
  );
};

const page = documentAt('/2026-Q3/account-plan/hidrogestion-cabriel.es-ES.html');

const [own, other] = ['hidrogestion-cabriel', 'aguas-del-serpis'].map(id => `data/accounts/${id}.yaml`);

/** Kinds of edits of a text; each takes a number that makes it another one every time. */
const kinds: readonly (readonly [file: string | undefined, (text: string, turn: number) => string])[] = [
  ...[own, other].flatMap(
    file =>
      [
        [
          file,
          (text, turn) => text.replace(/(revenue: )(\d+)/, (_, key, value) => key + (Number(value) + turn)),
        ],
        [file, (text, turn) => text.replace(/^name: .*$/m, `name: Nombre ${turn}`)],
        [file, (text, turn) => text.replace(/(score: )\d+/g, `$1${1 + (turn % 5)}`)],
        [file, (text, turn) => text.replace(/(due: 20)\d\d/, `$1${20 + (turn % 9)}`)],
      ] as const satisfies typeof kinds,
  ),
  ['data/workspace.yaml', (text, turn) => `${text}\n# ${turn}\n`],
  ['data/workspace.yaml', (text, turn) => text.replace(/(attention: 0\.)\d+/, `$1${10 + (turn % 9)}`)],
  ['reports/account-plan.md', (text, turn) => text.replace(/^title: .*$/m, `title: Plan ${turn}`)],
  ['templates/locales/es.yaml', (text, turn) => text.replace(/^( {2}asks: ).*$/m, `$1Se pide ${turn}`)],
];

const versionOf = async (preview: Preview): Promise<string> => {
  const live = await preview.live(page);
  return live.kind === 'page' ? live.version : live.html;
};

test('after any edits a page is what it would be if it were made anew', { timeout: 180_000 }, async () => {
  const edited = new Map<string, string>();
  const preview = previewOf(edited);
  const edits = fc.record({ kind: fc.nat(kinds.length - 1), turn: fc.integer({ min: 1, max: 99 }) });
  const rounds = fc.sample(fc.array(edits, { minLength: 6, maxLength: 6 }), { numRuns: 2, seed: 2026 });
  const seen = new Set([await versionOf(preview)]);
  for (const round of rounds) {
    for (const { kind, turn } of round) {
      const [file = '', change] = kinds[kind] ?? [];
      const text = edited.get(file) ?? (await installed.read(file)) ?? '';
      edited.set(file, change?.(text, turn) ?? text);
      preview.changed('workspace', file);
      preview.changed('product', file);
      seen.add(await versionOf(preview));
    }
    expect(await versionOf(preview)).toEqual(await versionOf(previewOf(edited)));
  }
  // Most of the edits show; of those that do not, some are of what the plan does not say.
  expect(seen.size).toBeGreaterThan(rounds.flat().length / 2);
  expect([...seen].every(version => /^[0-9a-f]{64}$/.test(version))).toBe(true);
});
