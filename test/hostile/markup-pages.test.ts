import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from '../../src/platform/browser.ts';
import { corpus, isText } from './corpus/corpus.ts';
import { pagesOf } from './hostile-pages.ts';
import { dealt, left, rewritten, timesMet, twinOf, type Write } from './hostile-workspace.ts';
import { differences, harmless, type Skeleton, skeletonScript } from './skeleton.ts';
import { effort, grouped, tally } from './tally.ts';
import { type Watched, watchedTab } from './watched-browser.ts';

const payloads = corpus.filter(isText).map(({ text }) => text);
/** So many payloads to a workspace: the longest of its files stays below the half million characters that are read. */
const chunk = effort(110, 240);
/** In a slice every so many-th payload, of every family. */
const stride = effort(Math.ceil(payloads.length / 110), 1);
const documents = effort(1, 0) === 1 ? ['board-summary', 'account-plan/aguas-del-serpis'] : [];
const tried = payloads.filter((_, index) => index % stride === 0);
const chunks = Array.from({ length: Math.ceil(tried.length / chunk) }, (_, index) =>
  tried.slice(index * chunk, (index + 1) * chunk),
);

const met = timesMet();
const inSpanish = { locales: ['es-ES'] };

let running: RunningBrowser;
let tab: Watched;
/** For the harmless pages. */
let quietTab: Watched;
beforeAll(async () => {
  running = await startBrowser({}, { info: () => {}, warn: () => {}, progress: () => {} });
  tab = await watchedTab(running.browser);
  quietTab = await watchedTab(running.browser, { laidOut: false });
});
afterAll(() => running.close());

const skeletonsOf = async ({ open, page }: Watched, write: Write): Promise<ReadonlyMap<string, Skeleton>> => {
  const skeletons = new Map<string, Skeleton>();
  for (const [path, html] of await pagesOf(rewritten(write, inSpanish), documents)) {
    await open(html);
    skeletons.set(path, (await page.evaluate(skeletonScript)) as Skeleton);
  }
  return skeletons;
};

/** How many names find no room in a picture follows from how long they are. */
const withoutRoom = /^\d+ (cuentas?|riesgos?|personas?) sin (sitio para su nombre|rótulo)$/;

/** Labels that are neither in the harmless page nor, as far as they go, any text that was typed. */
const torn = ({ labels }: Skeleton, twin: Skeleton, typed: string): readonly string[] => {
  const known = `${twin.labels.map(bare).join('\n')}\n${harmless(typed)}`;
  const isKnown = (label: string): boolean => known.includes(bare(label));
  return labels.filter(
    label => !isKnown(label) && !withoutRoom.test(label) && !(counting.test(label) && isKnown(behind(label))),
  );
};

/** How many names find no room, or what they are, is said before the first of them; the number follows from how long the names are. */
const counting = /^(\d+ [^:]+|candidatos a dejar|Cerca de un corte|No figuran?, por no entrar casi nunca): /;
const behind = (label: string): string => label.replace(counting, '').replace(/ y \d+ más$/, '');

/** Without what a label says beyond its text: a sign that a note explains, that it goes on, how many there are, which way it is written. */
const bare = (label: string): string =>
  harmless(
    label
      .replace(/\s[*†‡]$/, '')
      .replace(/…?( \(\d+\))?\u2069?$/, '')
      .replace(/[\u2066-\u2069]/g, '')
      .trim(),
  );

let pages = 0;

test.each(chunks.map((texts, index) => [index + 1, texts] as const))(
  'in every text field, payloads are text: lot %i',
  async (_, texts) => {
    const typed: string[] = [];
    const deal = dealt(texts, met);
    const hostile = await skeletonsOf(tab, (field, before, path) => {
      const text = deal(field, before, path);
      typed.push(String(text).replace(/\s+/g, ' '));
      return text;
    });
    const twins = await skeletonsOf(quietTab, twinOf(dealt(texts, met)));
    const all = typed.join('\n');
    for (const [path, skeleton] of hostile) {
      const twin = twins.get(path);
      if (twin === undefined) throw new Error(`There is no harmless ${path}`);
      expect([path, differences(skeleton, twin)]).toEqual([path, []]);
      expect([path, skeleton.drawn.filter(kind => !twin.drawn.includes(kind))]).toEqual([path, []]);
      expect([path, torn(skeleton, twin, all)]).toEqual([path, []]);
      expect(skeleton.lines.length).toBeGreaterThan(100);
    }
    expect(tab.misdeeds).toEqual({ requests: [], runs: [] });
    pages += hostile.size;
  },
  2_400_000,
);

test('what was tried is told', async () => {
  expect(pages).toBeGreaterThan(0);
  const fields = new Set([...met.keys()].map(place => place.replace(/ of (ours|others)$/, '')));
  const count = [...fields].filter(field => !left.has(field)).length;
  await tally(
    'markup-pages',
    `${grouped(tried.length)} payloads in ${count} text fields, ${grouped(tried.length * count)} meetings, on ${pages} pages`,
  );
});
