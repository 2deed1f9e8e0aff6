import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Preview, Reply } from '../preview/preview.ts';
import { understand, type Wanted } from '../preview/request.ts';
import { formatDiagnostic } from '../workspace/frame.ts';
import { createLivePages, type Pushed } from './preview-events.ts';

export interface PreviewServer {
  readonly port: number;
  /** Something has changed: looks at the pages that are open, and tells their browsers. */
  push(): Promise<Pushed>;
  close(): Promise<void>;
}

/** Only this machine. */
const loopback = '127.0.0.1';
/** More than anybody opens; what goes beyond is refused. */
const mostConnections = 600;
/** Ports that are tried one after the other before the system chooses one. */
const neighbours = 10;

/** A page of reports is nobody else's: not to be kept, framed, opened by others or read as something else. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Serves the reports of a preview to browsers of this machine.
 *
 * @param asked port to listen on; the next one that is free where it is taken
 */
export const startPreviewServer = async (preview: Preview, asked: number): Promise<PreviewServer> => {
  const live = createLivePages(preview);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(request, response).catch(error => {
      fail(response, 500, error instanceof Error ? error.message : String(error));
    });
  });
  server.maxConnections = mostConnections;
  const port = await listen(server, asked, neighbours);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const understood = understand(
      {
        method: request.method ?? '',
        target: request.url ?? '',
        host: request.headers.host,
        origin: request.headers.origin,
        site: single(request.headers['sec-fetch-site']),
      },
      port,
    );
    if ('refused' in understood) return fail(response, understood.refused, understood.why);
    const { wanted } = understood;
    if (wanted.kind === 'events') return live.join(response, wanted.address, wanted.version);
    send(response, await replyTo(wanted), request.method === 'HEAD');
  };

  const replyTo = (wanted: Exclude<Wanted, { kind: 'events' }>): Promise<Reply> => {
    if (wanted.kind === 'start') return preview.start();
    const { address } = wanted;
    return wanted.kind === 'cards' ? preview.cards(address, wanted.version) : preview.document(address);
  };

  return {
    port,
    push: live.push,
    close: async () => {
      live.close();
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
};

const single = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.join();

const send = (response: ServerResponse, reply: Reply, isHead: boolean): void => {
  switch (reply.kind) {
    case 'content': {
      response.writeHead(200, {
        'content-type': reply.type,
        'content-length': Buffer.byteLength(reply.body),
      });
      response.end(isHead ? undefined : reply.body);
      return;
    }
    case 'elsewhere':
      response.writeHead(302, { location: reply.path });
      response.end();
      return;
    case 'absent':
      fail(response, 404, 'There is no such report.');
      return;
    case 'hindered': {
      const { fault, diagnostics, texts } = reply.problems;
      const told = diagnostics.map(one => formatDiagnostic(one, texts.get(one.span?.file ?? '')));
      fail(response, 503, [...(fault === undefined ? [] : [fault]), ...told].join('\n\n'));
    }
  }
};

const fail = (response: ServerResponse, status: number, why: string): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${why}\n`);
};

/** @returns the port that it listens on. @throws what the system says, where no port can be had at all */
const listen = async (server: Server, port: number, others: number): Promise<number> => {
  try {
    await new Promise<void>((done, failed) => {
      server.once('error', failed);
      server.listen({ port, host: loopback }, () => {
        server.off('error', failed);
        done();
      });
    });
    return (server.address() as AddressInfo).port;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (port === 0 || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error;
    return listen(server, others > 0 && port < 65_535 ? port + 1 : 0, others - 1);
  }
};
