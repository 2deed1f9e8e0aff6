import { expect, it } from 'vitest';
import { linkReferences, referenceMark } from '../../../src/document/references.ts';
import { smallDocument } from '../../e2e/small-document.ts';

const titled = (title: string): string =>
  linkReferences({ ...smallDocument, title }, new Map([['fig:a', { anchor: 'fig-a', label: 'Figure 1' }]]))
    .title;

it('links a mark, and prints nothing for one of a label that nothing bears', () => {
  expect(titled(`See ${referenceMark('fig:a')}.`)).toBe('See <a href="#fig-a">Figure 1</a>.');
  // Of several, those that this document does not show leave no empty line.
  expect(titled(`See ${referenceMark('tab:b', 'fig:a')}.`)).toBe('See <a href="#fig-a">Figure 1</a>.');
  expect(titled(`See ${referenceMark('--><script>alert(1)</script>')}.`)).toBe('See .');
});

it('leaves a text alone that looks like markup of ours', () => {
  expect(titled('<!--ref:fig:a--> ref:fig:a')).toBe('<!--ref:fig:a--> ref:fig:a');
});
