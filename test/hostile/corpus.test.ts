import { expect, test } from 'vitest';
import { corpus, isText } from './corpus/corpus.ts';
import { grouped, tally } from './tally.ts';

test('the corpus holds at least 1,500 payloads, of every family', async () => {
  const families = new Map<string, number>();
  for (const { family } of corpus) families.set(family, (families.get(family) ?? 0) + 1);
  expect(corpus.filter(isText).length).toBeGreaterThan(1500);
  for (const [family, count] of families) expect(count, family).toBeGreaterThan(30);
  const counts = [...families].map(([family, count]) => `${family} ${count}`).join(', ');
  await tally('markup-corpus', `${grouped(corpus.length)} payloads: ${counts}`);
});
