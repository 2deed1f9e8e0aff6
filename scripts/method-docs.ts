/**
 * Writes docs/methods.md: what each method computes and how, from what the method says of itself. A test fails when the
 * page is out of date.
 *
 *     npm run docs
 */
import { writeFile } from 'node:fs/promises';
import { methodPage } from './method-page.ts';

await writeFile(new URL('../docs/methods.md', import.meta.url), await methodPage());
