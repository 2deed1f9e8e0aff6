import { csvFormat } from './csv-format.ts';
import type { ExportFormat } from './format.ts';

/** Every way to take results out, by the name that the command line gives it. */
export const exportFormats = { csv: csvFormat } as const satisfies Readonly<Record<string, ExportFormat>>;
