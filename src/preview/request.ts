/** What a browser asks for. */
export interface Asked {
  readonly method: string;
  /** As it stands in the request line: path and query, not decoded. */
  readonly target: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: where the page that asks comes from, as the browser says. */
  readonly site: string | undefined;
}

/** A document by its address; what lies below the folder of its quarter is named as the build names its files. */
export interface DocumentAddress {
  /** `2026-Q3/account-plan/aceros-montgo.es-ES.html` */
  readonly path: string;
  readonly period: string;
  /** `account-plan/aceros-montgo.es-ES` */
  readonly name: string;
  readonly format: 'html' | 'pdf';
}

export type Wanted =
  | { readonly kind: 'start' }
  | { readonly kind: 'document'; readonly address: DocumentAddress }
  /** What explains the figures of a page, of the version that is shown. */
  | { readonly kind: 'cards'; readonly address: DocumentAddress; readonly version: string }
  /** What becomes of the page that is shown, from now on; of the start where there is no address. */
  | {
      readonly kind: 'events';
      readonly address: DocumentAddress | undefined;
      readonly version: string;
    };

export type Understood =
  | { readonly wanted: Wanted }
  | { readonly refused: 403 | 404 | 405 | 421; readonly why: string };

/**
 * What a request means, and whether it is answered. A page from elsewhere must learn nothing, under whatever name it reaches
 * this port: not by another name that resolves to this machine (DNS rebinding: the Host says so), not by a request across
 * origins (Origin and Sec-Fetch-Site say so). Addresses are read as they are written: what is not the name of a document is
 * nothing, so there is no path to climb.
 *
 * @param port that the server listens on
 */
export const understand = ({ method, target, host, origin, site }: Asked, port: number): Understood => {
  const hosts = ownHosts(port);
  if (host === undefined || !hosts.includes(host.toLowerCase()))
    return { refused: 421, why: `This server answers to ${hosts[0]} only.` };
  if (origin !== undefined && !hosts.some(own => origin === `http://${own}`))
    return { refused: 403, why: 'Other sites are not answered.' };
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return { refused: 403, why: 'Other sites are not answered. Type the address into the browser.' };
  if (method !== 'GET' && method !== 'HEAD') return { refused: 405, why: 'Reports can only be read.' };
  const wanted = wantedAt(target);
  if (wanted?.kind === 'events' && method !== 'GET')
    return { refused: 405, why: 'Events can only be heard.' };
  return wanted === undefined ? { refused: 404, why: 'There is no such report.' } : { wanted };
};

/** Names of this machine for itself, with the port as a browser writes it. */
const ownHosts = (port: number): readonly string[] =>
  ['localhost', '127.0.0.1'].map(name => (port === 80 ? name : `${name}:${port}`));

const documentPath =
  /^\/((\d{4}-Q[1-4])\/([a-z0-9-]+(?:\/[a-z0-9-]+)?\.[a-z]{2}(?:-[A-Z]{2})?)\.(html|pdf))$/;

const wantedAt = (target: string): Wanted | undefined => {
  const [path = '', query = '', ...more] = target.split('?');
  if (more.length > 0) return undefined;
  if (path === '/') return { kind: 'start' };
  if (path === '/events') return ofPage('events', query);
  if (path === '/cards') return ofPage('cards', query);
  const address = documentAt(path);
  return address && { kind: 'document', address };
};

/** @param path with its leading slash */
export const documentAt = (path: string): DocumentAddress | undefined => {
  const [, whole, period = '', name = '', format] = documentPath.exec(path) ?? [];
  return whole === undefined
    ? undefined
    : { path: whole, period, name, format: format === 'pdf' ? 'pdf' : 'html' };
};

const ofPage = (kind: 'events' | 'cards', query: string): Wanted | undefined => {
  const [, path = '', version = ''] = /^page=(\/[A-Za-z0-9/.-]*)&version=([a-f0-9]{0,64})$/.exec(query) ?? [];
  const address = documentAt(path);
  if (address?.format === 'html') return { kind, address, version };
  return path === '/' && kind === 'events' ? { kind, address: undefined, version } : undefined;
};
