import { escapeMarkup } from '../document/escape.ts';
import type { Locale } from '../locale/locale.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Colours, formatDiagnostic } from '../workspace/frame.ts';
import { sortDiagnostics } from '../workspace/order.ts';
import type { Problems } from './problems.ts';

/** One slip in a schema can fault every file; nobody reads more than this on a screen. */
const mostShown = 30;

/**
 * What lies over a page while something is wrong: the errors, in the same texts as `cuentas check` prints. The words around
 * them are in the language of the page.
 *
 * @param hasPage whether the last good page is behind it
 */
export const overlayHtml = (
  { diagnostics, texts, fault }: Problems,
  locale: Locale | undefined,
  hasPage: boolean,
): string => {
  const errors = sortDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  const shown = errors.slice(0, mostShown).map(one => `<li>${pre(diagnosticHtml(one, texts))}</li>`);
  const say = (key: string, params = {}): string =>
    locale === undefined ? '' : escapeMarkup(locale.t(`preview.${key}`, params));
  const title = fault === undefined ? say('problems', { count: errors.length }) : say('fault');
  const left = errors.length - shown.length;
  return [
    `<header><h2 id="title">${title}</h2><p>${say(hasPage ? 'behind' : 'noPage')}</p>`,
    `<button type="button">${say('hide')}</button></header>`,
    fault === undefined ? '' : pre(escapeMarkup(fault)),
    shown.length === 0 ? '' : `<ol>${shown.join('')}</ol>`,
    left > 0 ? `<p>${say('more', { count: left })}</p>` : '',
  ].join('');
};

/** Texts of diagnostics are English, whatever the page is in. */
const pre = (html: string): string => `<pre lang="en" tabindex="0"><code>${html}</code></pre>`;

const diagnosticHtml = (diagnostic: Diagnostic, texts: Problems['texts']): string => {
  const text = diagnostic.span === undefined ? undefined : texts.get(diagnostic.span.file);
  return escapeMarkup(formatDiagnostic(diagnostic, text, marks)).replace(
    /\ue000([a-z]+)\ue001|\ue002/g,
    (_, name: string | undefined) => (name === undefined ? '</span>' : `<span class="${name}">`),
  );
};

/** Colours as marks that survive escaping. The same characters in data could but colour their own words. */
const marked =
  (name: string) =>
  (text: string): string =>
    `\ue000${name}\ue001${text}\ue002`;

const marks: Colours = {
  place: marked('place'),
  severity: { error: marked('error'), warning: marked('warning'), hint: marked('hint') },
  code: marked('code'),
  gutter: marked('gutter'),
  mark: marked('mark'),
  hint: marked('arrow'),
};
