import type { Files } from '../effects.ts';
import type { Locale } from '../locale/locale.ts';

/** What the script of a served page knows. */
export interface Client {
  /** SHA-256 of the page as a build writes it, in hexadecimal; empty where there is none. */
  readonly version: string;
  /** Address of the same document as PDF, where there is one. */
  readonly pdf?: string;
  /** Words of its own, in the language of the page. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Script and stylesheet of the preview. */
export interface ClientSource {
  readonly script: string;
  readonly styles: string;
}

/** @throws Error where the installation is incomplete */
export const readClientSource = async (product: Pick<Files, 'read'>): Promise<ClientSource> => {
  const [script, styles] = await Promise.all(
    ['templates/preview/live.js', 'templates/preview/overlay.css'].map(path => product.read(path)),
  );
  if (script === undefined || styles === undefined) throw new Error('The script of the preview is missing');
  return { script, styles };
};

const policy = '<meta http-equiv="Content-Security-Policy" content="';

/**
 * A page as it is served: what a build writes, one script that follows the edits, and in the policy the hash of that script
 * and leave to hear from this server. Nothing else differs.
 */
export const servedPage = async (html: string, client: Client, source: ClientSource): Promise<string> => {
  const script = scriptOf(client, source);
  const hash = await base64Hash(script);
  const [start, end] = [html.indexOf(policy), html.lastIndexOf('</body>')];
  if (start < 0 || end < 0) throw new Error('A page without a content security policy, or without an end');
  const body = html
    .slice(start, end)
    .replace(' script-src', ` connect-src 'self'; script-src 'sha256-${hash}'`);
  return `${html.slice(0, start)}${body}<script type="module">${script}</script>${html.slice(end)}`;
};

/** What stands where no page could be made yet. */
export const emptyPage = (locale: Locale | undefined): string => `<!doctype html>
<html lang="${locale?.tag ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${policy}default-src 'none'; script-src; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${locale?.t('preview.title') ?? ''}</title>
</head>
<body></body>
</html>
`;

/** Markup inside of strings can't end the script. */
const scriptOf = (client: Client, { script, styles }: ClientSource): string =>
  `const preview = ${JSON.stringify({ ...client, styles }).replaceAll('<', '\\u003c')};\n${script}`;

const base64Hash = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
};
