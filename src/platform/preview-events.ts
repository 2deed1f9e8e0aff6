import type { ServerResponse } from 'node:http';
import type { Live, Preview } from '../preview/preview.ts';
import type { DocumentAddress } from '../preview/request.ts';

/** The pages that somebody looks at, each at the end of a stream of events. */
export interface LivePages {
  /** @param version of the page that the browser shows */
  join(response: ServerResponse, address: DocumentAddress | undefined, version: string): void;
  /** Looks at every page that is open, and tells those who show another one. @returns what hinders, and how many pages were looked at */
  push(): Promise<Pushed>;
  close(): void;
}

export interface Pushed {
  readonly pages: number;
  readonly problems: readonly Extract<Live, { kind: 'problems' }>['problems'][];
}

interface Listener {
  readonly response: ServerResponse;
  readonly address: DocumentAddress | undefined;
  /** What it knows: the text of the last event. */
  last: string;
}

/** Milliseconds between signs of life, by which a browser that is gone is noticed. */
const pulse = 20_000;
/** Bytes that may wait for a browser that does not read; it comes back by itself. */
const mostWaiting = 1_000_000;

export const createLivePages = (preview: Pick<Preview, 'live'>): LivePages => {
  const listeners = new Set<Listener>();
  const beat = setInterval(() => {
    for (const listener of listeners) send(listener, ':\n\n');
  }, pulse).unref();

  const send = ({ response }: Listener, text: string): void => {
    if (response.writableLength > mostWaiting) response.destroy();
    else response.write(text);
  };
  const tell = (listener: Listener, live: Live): void => {
    const event = eventOf(live);
    if (event === listener.last) return;
    listener.last = event;
    send(listener, event);
  };
  return {
    join: (response, address, version) => {
      const listener = { response, address, last: eventOf({ kind: 'page', version }) };
      listeners.add(listener);
      response.on('close', () => listeners.delete(listener));
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
      response.write('retry: 400\n\n');
      void preview.live(address).then(live => {
        if (listeners.has(listener)) tell(listener, live);
      });
    },
    push: async () => {
      const problems: Pushed['problems'][number][] = [];
      const open = new Map([...listeners].map(({ address }) => [address?.path ?? '', address]));
      for (const [path, address] of open) {
        const live = await preview.live(address);
        if (live.kind === 'problems') problems.push(live.problems);
        for (const listener of listeners) if ((listener.address?.path ?? '') === path) tell(listener, live);
      }
      return { pages: open.size, problems };
    },
    close: () => {
      clearInterval(beat);
      for (const { response } of listeners) response.end();
    },
  };
};

const eventOf = (live: Live): string =>
  live.kind === 'page'
    ? `event: page\ndata: ${live.version}\n\n`
    : `event: problems\ndata: ${JSON.stringify(live.html)}\n\n`;
