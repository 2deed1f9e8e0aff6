import { expect, it } from 'vitest';
import { checkLogo } from '../../../src/brand/logo.ts';

const svg = (inside: string, root = 'viewBox="0 0 200 100"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>\n  ${inside}\n</svg>`;
const told = (text: string): string[] =>
  checkLogo(text).problems.map(({ cause, line, column }) => `${cause} ${line}:${column}`);

it('shapes, gradients and references within the file are fine', () => {
  const drawing = svg(
    '<title>A</title><defs><linearGradient id="a"><stop offset="0" stop-color="#123456"/></linearGradient></defs><use href="#b"/><path id="b" fill="url(#a)" d="M0 0h9"/>',
  );
  expect(checkLogo(drawing)).toEqual({ ratio: 2, problems: [] });
});

it('what an editor notes in a namespace of its own is fine', () => {
  const noted = svg(
    '<i:grid xmlns:i="http://www.inkscape.org/namespaces/inkscape" units="mm"/><rect width="1" height="1"/>',
  );
  expect(told(noted)).toEqual([]);
});

it.each([
  ['<script>alert(1)</script>', 'element 2:3'],
  ['<g onload="alert(1)"/>', 'handler 2:3'],
  ['<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', 'element 2:3'],
  ['<image href="data:image/png;base64,AAAA"/>', 'element 2:3'],
  ['<use href="https://example.org/a.svg#b"/>', 'outside 2:3'],
  ['<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="other.svg#b"/>', 'outside 2:3'],
  ['<path fill="url(https://example.org/a)"/>', 'outside 2:3'],
  ['<path style="fill:url( \'//example.org/a\' )"/>', 'outside 2:3'],
  ['<style>@import url(https://example.org/a.css);</style>', 'style 2:3'],
  ['<text>Cales</text>', 'text 2:3'],
  ['<a href="javascript:alert(1)"><path/></a>', 'element 2:3'],
  ['<animate attributeName="x"/>', 'element 2:3'],
  ['<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x"/>', 'element 2:3'],
])('refuses %s', (inside, problem) => {
  expect(told(svg(inside))[0]).toBe(problem);
});

it('refuses what is no SVG, and says where XML breaks', () => {
  expect(told('\u0089PNG\r\n')).toEqual(['raster 1:1']);
  expect(told('<html><body/></html>')[0]).toBe('no-svg 1:1');
  expect(told(svg('<path', ''))).toContain('no-size 1:1');
  expect(told(svg('<g></path>')).some(problem => problem.startsWith('not-xml 2:'))).toBe(true);
  expect(told(`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('<g/>')}`)[0]).toMatch(
    /^doctype 1:/,
  );
  expect(told(`<?xml-stylesheet href="a.css"?>${svg('<g/>')}`)[0]).toMatch(/^instruction 1:/);
  expect(told(svg('<g/>'.repeat(20_000)))).toEqual(['too-large 1:1']);
});

it('takes its shape from width and height where there is no view box', () => {
  expect(checkLogo(svg('<g/>', 'width="30mm" height="10mm"')).ratio).toBe(3);
});
