import { expect, test } from 'vitest';
import type { Figure, FigureId } from '../../../src/model/figure.ts';
import { isSourceRef } from '../../../src/model/source.ts';
import { analysis } from './example.ts';

const figures = [...analysis.figures.values()];

const namedIn = ({ inputs }: Figure): readonly FigureId[] =>
  inputs.flatMap(input => (isSourceRef(input) ? [] : [input]));

test('every figure that another one names exists', () => {
  const unknown = figures.flatMap(figure =>
    namedIn(figure)
      .filter(id => !analysis.figures.has(id))
      .map(id => `${figure.id} names ${id}`),
  );
  expect(unknown).toEqual([]);
});

type Reach = 'file' | 'nothing' | 'circle';
const reached = new Map<FigureId, Reach>();

/** What somebody finds who follows a figure, and the figures that it names, as far as they lead. */
const follow = (id: FigureId, path: ReadonlySet<FigureId>): Reach => {
  if (path.has(id)) return 'circle';
  const known = reached.get(id);
  if (known !== undefined) return known;
  const figure = analysis.figures.get(id);
  if (figure === undefined) return 'nothing';
  const further = namedIn(figure).map(input => follow(input, new Set([...path, id])));
  const found = further.includes('circle')
    ? 'circle'
    : figure.inputs.some(isSourceRef) || further.includes('file')
      ? 'file'
      : 'nothing';
  reached.set(id, found);
  return found;
};

const leadingTo = (wanted: Reach): readonly FigureId[] =>
  figures
    .filter(({ value }) => value !== undefined)
    .flatMap(({ id }) => (follow(id, new Set()) === wanted ? [id] : []));

test('no figure is made of itself', () => {
  expect(leadingTo('circle')).toEqual([]);
});

test('every value leads, through the figures that it names, to a place in a file', () => {
  expect(figures.length).toBeGreaterThan(1000);
  expect(leadingTo('nothing')).toEqual([]);
});

test('what a finding says rests on figures that exist', () => {
  const missing = analysis.findings.flatMap(({ id, figures: rests, params }) => {
    const printed = Object.values(params).flatMap(param => (param.kind === 'figure' ? [param.id] : []));
    return [...rests, ...printed].filter(name => !analysis.figures.has(name)).map(name => `${id}: ${name}`);
  });
  expect(missing).toEqual([]);
});
