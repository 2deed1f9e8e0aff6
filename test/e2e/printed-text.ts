import type { Browser } from 'puppeteer';
import { type DocumentLayout, marksOf } from '../../scripts/pdf-layout/structure.ts';

/**
 * The texts of a page as it is printed, in their order, those of charts too. What runs from right to left is left out: a
 * PDF has its letters in the order in which they stand.
 */
export const textsOf = async (browser: Browser, html: string): Promise<readonly string[]> => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType('print');
  await page.setContent(html);
  const texts = (await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (data.trim() !== '' && parentElement.checkVisibility() && parentElement.closest('svg > title') === null) texts.push(data);
    }
    return texts;
  })()`)) as string[];
  await page.close();
  return texts.filter(text => !/[\u0590-\u08ff]/.test(text));
};

/** Text without what the end of a line takes or adds: spaces and hyphens. Signs, points and commas of figures stay. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, '');

/** All text of a PDF in the order in which it is read aloud. */
export const printedText = ({ root }: DocumentLayout): string =>
  bare(
    marksOf(root)
      .map(({ mark }) => mark.text)
      .join(''),
  );

/** Which of these texts a printed one has not, at its place after the ones before. */
export const missingFrom = (printed: string, texts: readonly string[]): readonly string[] => {
  let position = 0;
  return texts.filter(text => {
    const at = printed.indexOf(bare(text), position);
    if (at !== -1) position = at + bare(text).length;
    return at === -1;
  });
};
