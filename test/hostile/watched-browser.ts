import type { Browser, Page } from 'puppeteer';

/** What a page did that no report does. */
export interface Misdeeds {
  /** Addresses that it asked for. */
  readonly requests: string[];
  /** Dialogs, windows and errors: what a payload does when it runs. */
  readonly runs: string[];
}

/** A tab that lets nothing out and tells what was tried. */
export interface Watched {
  readonly misdeeds: Misdeeds;
  /** Opens a page as its reader does, but without its content security policy: markup alone must hold. */
  open(html: string): Promise<void>;
  readonly page: Page;
}

const address = 'http://report.example/reports/page.html';

/** Leaves the whole document out of the layout. Runs in the browser. */
const withoutLayout = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { display: none !important }');
  document.adoptedStyleSheets = [sheet];
}`;

/**
 * @param laidOut whether pages are laid out as for their reader; one of which only the elements are read need not be, and with
 *   signs that no type here can set the layout takes ten times as long
 */
export const watchedTab = async (browser: Browser, { laidOut = true } = {}): Promise<Watched> => {
  const page = await browser.newPage();
  if (!laidOut) await page.evaluateOnNewDocument(withoutLayout);
  const misdeeds: Misdeeds = { requests: [], runs: [] };
  let current = '';
  await page.setBypassCSP(true);
  await page.setRequestInterception(true);
  page.on('request', request => {
    const url = request.url();
    if (url === address && request.isNavigationRequest())
      return void request.respond({ contentType: 'text/html; charset=utf-8', body: current });
    if (/^(data|blob):/.test(url)) return void request.continue();
    misdeeds.requests.push(url);
    return void request.abort();
  });
  page.on('dialog', dialog => {
    misdeeds.runs.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => misdeeds.runs.push('a window'));
  page.on('pageerror', error => misdeeds.runs.push(String(error)));
  page.on('console', message => misdeeds.runs.push(`console ${message.text()}`));
  return {
    misdeeds,
    page,
    open: async html => {
      current = html;
      await page.goto(address, { waitUntil: 'load', timeout: 600_000 });
    },
  };
};
