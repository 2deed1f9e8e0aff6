import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { packageRoot } from '../../src/platform/package-root.ts';

/** American dates as the script of tables sorts them, from the earliest to the latest. */
export const sortedDates = async (page: Page, dates: readonly string[]): Promise<readonly string[]> => {
  const cells = dates.map(date => `<tr><td>${date}</td></tr>`).join('');
  await page.setContent(
    `<html lang="en-US"><body><table class="data"><thead><tr><th>Date</th></tr></thead><tbody>${cells}</tbody></table>`,
  );
  await page.addScriptTag({ path: join(packageRoot, 'templates/scripts/tables.js'), type: 'module' });
  await (await page.waitForSelector('.sort'))?.click();
  return page.$$eval('td', all => all.map(({ textContent }) => textContent ?? ''));
};
