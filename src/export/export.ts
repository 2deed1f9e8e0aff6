import { chartFormat } from './charts/chart-format.ts';
import { csvFormat } from './csv-format.ts';
import { deckFormat } from './deck/deck-format.ts';
import { emailFormat } from './email/email-format.ts';
import type { ExportFormat } from './format.ts';
import { parquetFormat } from './parquet-format.ts';
import { workbookFormat } from './workbook/workbook.ts';

/** Every way to take results out, by the name that the command line gives it. */
export const exportFormats = {
  csv: csvFormat,
  parquet: parquetFormat,
  xlsx: workbookFormat,
  charts: chartFormat,
  pptx: deckFormat,
  email: emailFormat,
} as const satisfies Readonly<Record<string, ExportFormat>>;
