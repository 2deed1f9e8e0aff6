import { expect, it } from 'vitest';
import { cellText } from '../../../src/document/cell-text.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import type { Column, Row } from '../../../src/model/series.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { workspaceOf } from '../analysis/support.ts';

const messages = (await loadMessages(createFiles(packageRoot), 'es')).value;
if (messages === undefined) throw new Error('no Spanish texts');
const context = { locale: createLocale('es-ES', messages), names: createNames(workspaceOf({})) };

const value: Column = { id: 'value', kind: 'measure', unit: 'index', precision: 1 };
const text = (row: Row, withUnit = false): string =>
  cellText(row.value, value, row, context, { scale: 1, short: false, withUnit }).text;

it('prints the unit beside a number where the rows of a column have different ones', () => {
  const revenue = { value: 923_994, unit: 'money:EUR', precision: 0 };
  expect(text(revenue)).toBe('923.994');
  expect(text(revenue, true)).toBe('924 mil €');
  expect(text({ value: -0.076, unit: 'share', precision: 1 }, true)).toBe('−7,6\u00a0%');
  expect(text({ value: null, unit: 'share' }, true)).toBe('–');
});

it('prints before a limit on which side of it a value counts', () => {
  expect(text({ value: -0.1, valueBound: '≤', unit: 'share', precision: 1 })).toBe('≤\u00a0−10,0');
});

it('writes several terms of a cell as one phrase, where only the first has a capital', () => {
  const column = { id: 'warnings', kind: 'terms', vocabulary: 'warning' } as const;
  const printed = cellText('silence contract-end low-nps', column, {}, context, { scale: 1, short: false });
  expect(printed.text).toBe('Silencio; fin de contrato; NPS bajo');
});
