import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { includePartials } from '../../../src/document/include.ts';
import { notebookChecker } from '../../../src/document/library.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';
import { workspaceOf } from '../analysis/support.ts';
import { locale } from './composed.ts';

const workspace = workspaceOf({
  settings: {},
  accounts: {
    north: {
      name: 'North',
      key: [{ from: '2026-Q1' }],
      swot: { items: [{ kind: 'strength', title: 'Near' }] },
      history: { '2026-Q3': { revenue: 600 } },
    },
  },
});
const analysis = analyze(workspace, '2026-Q3');
const check = notebookChecker(analysis, [locale], createChartGrammar(readChartSchema));
const file = 'reports/own.md';
const problems = async (order: string, more = '') => {
  const cell = `\`\`\`quadrants account.*.swot.entries\nby: swotKind\norder: [${order}]\nitem: item\n${more}\`\`\``;
  const text = `---\ntitle: Own\neach: account\n---\n\n\`\`\`section one\nname: One\nheadline: One\n\`\`\`\n\n${cell}\n`;
  const { diagnostics } = await check(includePartials({ file, text }, new Map()));
  return diagnostics.map(({ code, message, hints, span }) => ({ code, message, hints, line: span?.line }));
};

test('codes of a two-by-two that its column does not have are told at their cell', async () => {
  expect(await problems('strength, weakness, opportunity, threat')).toEqual([]);
  expect(await problems('strength, weaknes, opportunity, threat')).toEqual([
    {
      code: 'notebook/unknown-code',
      message: 'There is no code "weaknes" of the column "swotKind".',
      hints: ['Did you mean "weakness"?'],
      line: 11,
    },
  ]);
});

test('a code that the notebook gives a title of its own needs none of ours', async () => {
  expect(await problems('strength, own, opportunity, threat', 'titles: { own: Ours }\n')).toEqual([]);
});
