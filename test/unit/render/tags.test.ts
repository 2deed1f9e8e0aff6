import { expect, it } from 'vitest';
import { lightColours } from '../../../src/brand/palette.ts';
import { finishSvg } from '../../../src/render/svg.ts';
import { inTags } from '../../../src/render/tags.ts';

it('changes tags, and no text that looks like one', () => {
  const markup = '<a id="x">id="x" &lt;a id="x"&gt;</a><b id="x"/>';
  expect(inTags(markup, tag => tag.replace('id="x"', 'id="y"'))).toBe(
    '<a id="y">id="x" &lt;a id="x"&gt;</a><b id="y"/>',
  );
});

it('leaves the words of a chart alone, whatever they look like', () => {
  const words = ' id="clip1" url(#clip1) href="#clip1" fill="#123456"';
  const svg = `<svg width="10" height="10"><clipPath id="clip1"/><g clip-path="url(#clip1)"><text>${words}</text></g></svg>`;
  const finish = { alternative: '', idPrefix: 'c0', palette: lightColours, marks: '' };
  const finished = finishSvg(svg, finish);
  expect(finished).toContain(words.trim());
  expect(finished).toContain('url(#c0-1)"');
});
