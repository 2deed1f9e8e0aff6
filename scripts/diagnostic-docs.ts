/**
 * Writes the pages of the guide on every code that a command can print. A test fails when they are out of date.
 *
 *     npm run docs
 */
import { writeFile } from 'node:fs/promises';
import { diagnosticPage, examples } from './diagnostic-page.ts';

const shown = await examples();
await writeFile(new URL('../docs/guide/diagnostics.md', import.meta.url), diagnosticPage('en', shown));
await writeFile(new URL('../docs/guia/diagnosticos.md', import.meta.url), diagnosticPage('es', shown));
