import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { analyze } from '../../src/analysis/analyze.ts';
import { type Reads, type Watch, watchAccounts } from '../../src/analysis/reading/account-watch.ts';
import { accountChanges } from '../../src/cache/account-changes.ts';
import { readLibrary } from '../../src/document/library.ts';
import type { Planned } from '../../src/document/plan.ts';
import { cardsOf, composed, createEdition, type Edition } from '../../src/edition/edition.ts';
import { createPrograms } from '../../src/edition/programs.ts';
import { placesIn } from '../../src/explain/places.ts';
import { createLocale } from '../../src/locale/locale.ts';
import { readChartSchema } from '../../src/platform/chart-schema.ts';
import { createConfinement } from '../../src/platform/confinement.ts';
import { createFiles } from '../../src/platform/files.ts';
import { loadMessages } from '../../src/platform/locales.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { createChartGrammar } from '../../src/render/chart-grammar.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { createReader } from '../../src/workspace/reader.ts';
import { type Contents, memoryFiles } from '../e2e/memory-build.ts';
import { effort } from './tally.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const product = createFiles(packageRoot);
const reader = createReader();
const programOf = createPrograms(createConfinement());
const accountFile = /^data\/accounts\/[^/]+\.yaml$/;

/** Everything of one state of the data that documents are made from. */
interface State {
  readonly edition: Edition;
  readonly planned: readonly Planned[];
  readonly watch: Watch;
}

/** Undefined where the data are not sound. */
const stateOf = async (contents: Contents): Promise<State | undefined> => {
  const loaded = await loadWorkspace(memoryFiles(contents), reader);
  if (loaded.value === undefined) return undefined;
  const { value: messages } = await loadMessages(product, 'es');
  if (messages === undefined) throw new Error('There are no texts in Spanish');
  const locales = [createLocale('es-ES', messages)];
  const watch = watchAccounts(loaded.value);
  const { workspace } = watch;
  const analysis = analyze(workspace, workspace.settings.period, undefined, watch);
  const { value } = await readLibrary(
    memoryFiles(contents),
    product,
    analysis,
    locales,
    createChartGrammar(readChartSchema),
  );
  const edition = createEdition({
    analysis,
    notebooks: value?.notebooks ?? [],
    locales,
    archived: new Map(),
    locate: watch.locating(placesIn(loaded)),
  });
  return { edition, planned: edition.planned, watch };
};

interface MadeText {
  readonly text: string;
  readonly reads: Reads;
}

const madeOf = ({ edition, watch }: State, planned: Planned): MadeText => {
  const { made, reads } = watch.told(() => {
    const model = composed(edition, planned, programOf(planned));
    return { model, cards: cardsOf(edition, planned, model) };
  });
  return { text: JSON.stringify([made.model, [...made.cards]]), reads };
};

const patternsOf = ({ files, patterns }: Reads, file: string): ReadonlySet<string> => {
  const index = files.indexOf(file);
  return new Set(
    [...patterns].flatMap(([pattern, bits]) =>
      (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1 ? [pattern] : [],
    ),
  );
};

/** Every value of a file, and the text with another one in its place. */
const valuesIn = (text: string): readonly { readonly pattern: string; readonly changed: string }[] => {
  const found: { pattern: string; changed: string }[] = [];
  visit(parseDocument(text), {
    Scalar: (key, node, path) => {
      if (key === 'key' || !isScalar(node) || node.range == null) return;
      const steps = path.flatMap(one => (typeof one === 'object' && 'key' in one ? [String(one.key)] : []));
      const [start, end] = node.range;
      const other = otherValue(node.value, text.slice(start, end));
      if (other !== undefined)
        found.push({ pattern: steps.join('.'), changed: text.slice(0, start) + other + text.slice(end) });
    },
  });
  return found;
};

/** As long as before where that can be, so that nothing behind it moves. */
const otherValue = (value: unknown, written: string): string | undefined => {
  if (typeof value === 'number') return written.replace(/[1-8](?=\D*$)/, digit => String(Number(digit) + 1));
  if (typeof value === 'boolean') return String(!value);
  if (typeof value !== 'string' || /^[|>]/.test(written)) return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(value))
    return written.replace(/\d(?=["']?$)/, digit => (digit === '1' ? '2' : '1'));
  return written.replace(/\p{Ll}(?=[^\p{L}]*$)/u, letter => (letter === 'a' ? 'o' : 'a'));
};

describe('a document that read nothing of what is another one is the same', { timeout: 2_400_000 }, () => {
  const contents: Contents = new Map();
  const before = new Map<string, MadeText>();
  let state: State;

  beforeAll(async () => {
    for (const folder of ['data', 'reports', 'templates']) {
      const entries = await readdir(`${root}/${folder}`, { recursive: true, withFileTypes: true });
      for (const entry of entries) {
        const path = `${entry.parentPath}/${entry.name}`.slice(root.length).replace(/^\//, '');
        if (entry.isFile() && !path.startsWith('reports/2'))
          contents.set(path, await readFile(`${root}/${path}`));
      }
    }
    const made = await stateOf(contents);
    if (made === undefined) throw new Error('The example does not load');
    state = made;
    for (const planned of state.planned) before.set(planned.path, madeOf(state, planned));
  });

  test('and each one read, when it was not the first, what it reads when it is', async () => {
    const firsts = state.planned.filter(({ subject }, index) => subject === undefined || index % 5 === 0);
    for (const { path } of firsts.slice(0, effort(6, firsts.length))) {
      const fresh = await stateOf(contents);
      const planned = fresh?.planned.find(one => one.path === path);
      if (fresh === undefined || planned === undefined) throw new Error(`${path} is not there any more`);
      const { reads, text } = madeOf(fresh, planned);
      expect(text).toBe(before.get(path)?.text);
      const known = before.get(path)?.reads;
      for (const file of reads.files) {
        const later = known === undefined ? new Set() : patternsOf(known, file);
        expect([path, file, [...patternsOf(reads, file)].filter(pattern => !later.has(pattern))]).toEqual([
          path,
          file,
          [],
        ]);
      }
    }
  });

  test('whatever value of an account is another one', async () => {
    const files = [...contents.keys()].filter(path => accountFile.test(path));
    const all = files.flatMap(file => {
      const text = String(contents.get(file));
      return valuesIn(text).map(one => ({ file, text, ...one }));
    });
    const patterns = [...new Set(all.map(({ pattern }) => pattern))];
    let [sound, untouched] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...patterns), fc.nat(), fc.nat(), async (pattern, which, start) => {
        const alike = all.filter(one => one.pattern === pattern);
        const { file, text, changed } = alike[which % alike.length] ?? { file: '', text: '', changed: '' };
        const after = await stateOf(new Map(contents).set(file, changed));
        if (after === undefined) return;
        sound += 1;
        const changes = accountChanges(file, text, changed);
        const same = after.planned.filter(({ path }) => {
          const made = before.get(path);
          const read = made === undefined ? undefined : patternsOf(made.reads, file);
          return read !== undefined && ![...(changes ?? [])].some(one => read.has(one));
        });
        // Two of them each time: to compose them all would take as long as twenty trials.
        for (const planned of [same[start % same.length], same[(start + 7) % same.length]]) {
          if (planned === undefined) continue;
          untouched += 1;
          expect([
            pattern,
            file,
            planned.path,
            madeOf(after, planned).text === before.get(planned.path)?.text,
          ]).toEqual([pattern, file, planned.path, true]);
        }
      }),
      { numRuns: effort(25, 60), endOnFailure: true },
    );
    expect(sound).toBeGreaterThan(5);
    expect(untouched).toBeGreaterThan(5);
  });
});
