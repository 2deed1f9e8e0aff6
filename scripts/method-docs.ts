/**
 * Writes docs/methods.md and docs/metodos.md: what each method computes and how, from what the method says of itself. A test fails when the
 * pages are out of date.
 *
 *     npm run docs
 */
import { writeFile } from 'node:fs/promises';
import { methodPage } from './method-page.ts';

await writeFile(new URL('../docs/methods.md', import.meta.url), await methodPage('en'));
await writeFile(new URL('../docs/metodos.md', import.meta.url), await methodPage('es'));
