import { expect, it } from 'vitest';
import { createBasis } from '../../../src/explain/basis.ts';
import { assumptionsOf, sourceFiles } from '../../../src/explain/sources.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { at, type SourceRef } from '../../../src/model/source.ts';

const a: SourceRef = { file: 'data/accounts/a.yaml', path: [] };
const b: SourceRef = { file: 'data/b.yaml', path: [] };

const figure = (id: string, inputs: Figure['inputs'], more: Partial<Figure> = {}): [string, Figure] => [
  id,
  { id, value: 1, unit: 'count', precision: 0, method: 'sum', period: '2026-Q3', inputs, ...more },
];

/** The last key of a path is its line; without one the file says nothing there. */
const locate = (ref: SourceRef) => {
  const line = ref.path.at(-1);
  return typeof line === 'number' ? { span: { file: ref.file, line, column: 1, length: 1 } } : {};
};

const figures = new Map([
  figure('share', ['revenue', 'total']),
  figure('revenue', [at(a, 10), at(a, 12), at(a, 40)]),
  figure('total', ['revenue', at(b, 3), at(b, 'left-out')], {
    assumptions: [
      { name: 'workspace.basis', value: 'quarter', source: at(b, 'basis') },
      { name: 'accounts-below', value: 12 },
    ],
  }),
  figure('loop', ['loop', at(b, 3)]),
]);
const basis = createBasis(figures, locate);

it('names the lines below the figures of each section, down to the files, runs together', () => {
  const shown = new Map([
    [1, ['revenue']],
    [2, ['share']],
  ]);
  expect(sourceFiles(shown, basis)).toEqual([
    {
      file: 'data/accounts/a.yaml',
      runs: [
        [10, 12],
        [40, 40],
      ],
      sections: [1, 2],
    },
    { file: 'data/b.yaml', runs: [[3, 3]], sections: [2] },
  ]);
});

it('takes places that rows were made from, and names each section that a file feeds', () => {
  const shown = new Map([
    [4, [at(a, 41)]],
    [1, ['revenue']],
  ]);
  expect(sourceFiles(shown, basis)).toEqual([
    {
      file: 'data/accounts/a.yaml',
      runs: [
        [10, 12],
        [40, 41],
      ],
      sections: [1, 4],
    },
  ]);
});

it('comes to an end where figures rest on themselves, and passes over unknown ones', () => {
  expect(sourceFiles(new Map([[1, ['loop', 'nowhere']]]), basis)).toHaveLength(1);
});

it('lists every setting once, with the methods that it enters, and nothing that was counted in the data', () => {
  expect(assumptionsOf(new Map([[1, ['share', 'total']]]), basis)).toEqual([
    {
      assumption: { name: 'workspace.basis', value: 'quarter', source: at(b, 'basis') },
      methods: ['sum'],
    },
  ]);
  expect(assumptionsOf(new Map([[1, ['revenue']]]), basis)).toEqual([]);
});

it('tells the sections of a long document apart', () => {
  const shown = new Map(
    Array.from({ length: 70 }, (_, index) => [index + 1, index % 2 === 0 ? ['share'] : [at(a, 3)]] as const),
  );
  const [first, second] = sourceFiles(shown, basis);
  expect(first?.sections).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
  expect(second?.sections).toEqual(Array.from({ length: 35 }, (_, index) => 2 * index + 1));
});
