import type { PDFDocument } from '@cantoo/pdf-lib';
import { cssString, landscapeRule } from './page-running.ts';

/** A page of a printed document, and what belongs into its head. */
export interface HeadedSheet {
  /** Empty where nothing does. */
  readonly text: string;
  readonly landscape: boolean;
}

/** The page with rules after all others. */
export const withRules = (html: string, rules: string): string =>
  rules === '' ? html : html.replace('</head>', () => `<style>${rules}</style>\n</head>`);

/** The boxes beside it keep their place, so that the head keeps its own, but neither words nor lines: those are printed already. */
const alone = [
  ...['left', 'right'].map(side => `@top-${side}{content:" ";border-color:transparent}`),
  '@top-center{content:counter(page,heads);border-color:transparent}',
  ...['left', 'center', 'right'].map(side => `@bottom-${side}{content:none;border:0}`),
].join('');

/**
 * A document of nothing but the heads, a page for each sheet that has one, in the type and with the measures of the page that it
 * is for; undefined where none has a head. A head is a counter's symbol: what stands in a margin box can't be told page by
 * page in another way.
 */
export const headsPage = (html: string, sheets: readonly HeadedSheet[]): string | undefined => {
  const headed = sheets.filter(({ text }) => text !== '');
  if (headed.length === 0) return undefined;
  const [head = ''] = html.split('</head>', 1);
  const symbols = headed.map(({ text }) => cssString(text)).join(' ');
  const rules = [
    // Paper would cover what it is laid over.
    'html,body{background:none!important}',
    `@page{${alone}}`,
    `@page landscape-head{${landscapeRule('content:counter(page,heads)')}}`,
    `@counter-style heads{system:fixed;symbols:${symbols}}`,
    'div.head{break-after:page;height:1mm}div.head:last-child{break-after:auto}',
    'div.landscape-head{page:landscape-head}',
  ].join('');
  const pages = headed.map(
    ({ landscape }) => `<div class="head${landscape ? ' landscape-head' : ''}"></div>`,
  );
  return `${head}<style>${rules}</style>\n</head>\n<body>${pages.join('')}</body>\n</html>\n`;
};

const artifact = (drawing: string): Uint8Array =>
  new TextEncoder().encode(`/Artifact <</Type /Pagination>> BDC q\n${drawing}\nQ EMC\n`);

/** Lays heads over the pages of a document, as artifacts, which no screen reader reads. @param heads a page for each sheet that has one */
export const layOver = async (
  document: PDFDocument,
  heads: PDFDocument,
  sheets: readonly HeadedSheet[],
): Promise<void> => {
  const headed = document.getPages().filter((_, index) => (sheets[index]?.text ?? '') !== '');
  if (heads.getPageCount() !== headed.length)
    throw new Error(`${heads.getPageCount()} heads were printed for ${headed.length} pages`);
  const embedded = await document.embedPdf(heads, heads.getPageIndices());
  for (const [index, page] of headed.entries()) {
    const head = embedded[index];
    if (head === undefined) continue;
    await head.embed();
    const { context } = document;
    // To enter it puts the page's own state of graphics away, which Chromium leaves as it was drawn last.
    const name = page.node.newXObject('Head', head.ref);
    page.node.addContentStream(context.register(context.flateStream(artifact(`${name} Do`))));
  }
};
