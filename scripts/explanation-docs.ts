/**
 * Writes docs/explanations.md: ten figures of the example, explained. A test fails when the page is out of date.
 *
 *     npm run docs
 */
import { writeFile } from 'node:fs/promises';
import { explanationPage } from './explanation-page.ts';

await writeFile(new URL('../docs/explanations.md', import.meta.url), await explanationPage());
