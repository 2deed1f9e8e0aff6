import { expect, it } from 'vitest';
import { tighten } from '../../../src/render/svg-size.ts';

const line = (x: number, stroke = 'red'): string =>
  `<line transform="translate(${x},1)" x2="4" y2="-4" stroke="${stroke}" stroke-width="1"/>`;

it('says once what the marks of a group share', () => {
  expect(tighten('<g><text fill="red" x="1">a</text><text fill="red" x="2">b</text></g>')).toBe(
    '<g fill="red"><text x="1">a</text><text x="2">b</text></g>',
  );
});

it('leaves to a mark what others of its group have differently', () => {
  const markup = '<g><text fill="red">a</text><text fill="blue">b</text></g>';
  expect(tighten(markup)).toBe('<text fill="red">a</text><text fill="blue">b</text>');
});

it('draws lines of one stroke as one path, and of two strokes as they are', () => {
  expect(tighten(`<g>${line(2)}${line(9)}</g>`)).toBe(
    '<g stroke="red" stroke-width="1"><path d="M2,1l4,-4M9,1l4,-4"/></g>',
  );
  expect(tighten(`<g>${line(2)}${line(9, 'blue')}</g>`).match(/<line/g)).toHaveLength(2);
});

it('keeps what moves a group, and drops groups and grounds that do nothing', () => {
  expect(tighten('<g transform="translate(0,0)"><g><path d="M0,0h9v9h-9Z"/></g></g>')).toBe('');
  expect(tighten('<g transform="translate(3,0)"><g><path d="M0,0h9" fill="red"/></g></g>')).toBe(
    '<g transform="translate(3,0)"><g fill="red"><path d="M0,0h9"/></g></g>',
  );
});

it('leaves clips, images and text as they were', () => {
  const markup =
    '<defs><clipPath id="a"><rect x="0" width="9"/></clipPath></defs><text fill="red">1 &lt; 2</text>';
  expect(tighten(markup)).toBe(markup);
});
