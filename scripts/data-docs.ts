/**
 * Writes docs/data.md: every file and key of a workspace, from the schemas that check them. A test fails when the page is
 * out of date.
 *
 *     npm run docs
 */
import { writeFile } from 'node:fs/promises';
import { dataPage } from './data-page.ts';

await writeFile(new URL('../docs/data.md', import.meta.url), dataPage());
