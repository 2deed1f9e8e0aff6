import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { fillOf, pageProblems } from './pdf-layout/page-problems.ts';
import { readLayout } from './pdf-layout/structure.ts';

/**
 * Reads PDFs and says what is wrong with their pages, by the rules for pages of a board paper, with how full each page is:
 *
 *     npm run pages -- reports/2026-Q3/strategic-review.es-ES.pdf
 *
 * Ends with 1 where anything is wrong.
 */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: npm run pages -- FILE.pdf …');
  process.exit(2);
}

let problems = 0;
for (const file of files) {
  const layout = readLayout(await PDFDocument.load(await readFile(file), { updateMetadata: false }));
  const found = pageProblems(layout);
  problems += found.length;
  console.log(`${file}: ${layout.pages.length} pages, ${found.length} problems`);
  console.log(`  full to %: ${layout.pages.map(page => Math.round(fillOf(page) * 100)).join(' ')}`);
  for (const { page, rule, detail } of found) console.log(`  p. ${page}  ${rule}: ${detail}`);
}
process.exitCode = problems === 0 ? 0 : 1;
