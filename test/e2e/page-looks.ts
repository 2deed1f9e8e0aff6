import axe from 'axe-core';
import type { Page } from 'puppeteer';

/** How the names of one document or two of each kind begin; that all of them are made alike is for other tests. */
export const kinds = [
  ...['strategic-review', 'portfolio-annex', 'board-summary', 'programme-review', 'index'],
  ...['account-plan/hidrogestion-cabriel', 'account-plan/alto-magro', 'kam-review/'],
];
export const looks = [390, 1440].flatMap(width => ['light', 'dark'].map(scheme => ({ width, scheme })));
export type Look = (typeof looks)[number];
export const [desktop = { width: 1440, scheme: 'light' }] = looks.filter(({ width }) => width === 1440);

/** What axe-core finds wrong on a page: WCAG 2.2 A and AA, and best practices. */
export const barriers = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`);
};

/** Tables that have less room than what surrounds them, by how they begin. */
export const narrowTables = (page: Page): Promise<readonly string[]> =>
  page.$$eval('main .table-box', boxes =>
    boxes
      .filter(box => box.checkVisibility() && box.clientWidth < (box.parentElement?.clientWidth ?? 0) - 2)
      .map(box => box.textContent.slice(0, 40)),
  );

/** Values of a sentence after which a stop or comma begins a line, with what goes on there. */
export const strayStops = (page: Page): Promise<readonly string[]> =>
  page.$$eval('main p [data-figure], main li [data-figure]', values =>
    values.flatMap(value => {
      const after = value.nextSibling;
      const text = after?.textContent ?? '';
      if (after === null || !/^[.,;:)»]/.test(text)) return [];
      const stop = value.ownerDocument.createRange();
      stop.setStart(after, 0);
      stop.setEnd(after, 1);
      const line = [...value.getClientRects()].at(-1);
      if (line === undefined || stop.getBoundingClientRect().left > line.right - 1) return [];
      return [`${value.textContent}${text.slice(0, 20)}`];
    }),
  );
