import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pinnedBrowser } from '../../src/platform/browser-archive.ts';
import { createBrowserPrinter } from '../../src/platform/printer.ts';

const silent = { info: () => {}, warn: () => {}, progress: () => {} };
const page = '<!doctype html><html lang="en"><title>t</title><h1>Away</h1>';
const options = { title: 't', language: 'en' };

interface Remote {
  readonly process: ChildProcess;
  /** The address of its protocol. */
  readonly ws: string;
  readonly http: string;
}

/** A shell of its own, as a container would run one. */
const startRemote = async (folder: string, port = 0): Promise<Remote> => {
  const pinned = await pinnedBrowser();
  if (pinned === undefined) throw new Error('There is no pinned browser here');
  const child = spawn(
    pinned.executable,
    [
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${folder}`,
      '--no-sandbox',
      '--disable-gpu',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LD_LIBRARY_PATH: pinned.libraries } },
  );
  for await (const line of createInterface({ input: child.stderr })) {
    const [, ws, address] = /DevTools listening on (ws:\/\/([^/]+)\/\S+)/.exec(line) ?? [];
    if (ws !== undefined) return { process: child, ws, http: `http://${address}` };
  }
  throw new Error('The remote browser did not start');
};

const end = async ({ process }: Remote): Promise<void> => {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill('SIGKILL');
  await once(process, 'exit');
};

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'a browser that runs somewhere else',
  { timeout: 60_000 },
  () => {
    let folder: string;
    let remote: Remote;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'cuentas-remote-test-'));
      remote = await startRemote(join(folder, 'first'));
    }, 60_000);

    afterAll(async () => {
      await end(remote);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    it('prints, found by either address, and keeps nothing open', async () => {
      for (const url of [remote.ws, remote.http]) {
        const printer = createBrowserPrinter({ url }, silent);
        const before = await pagesAt(remote);
        const pdf = await printer.pdf(page, options);
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
        expect((await printer.report()).version).toMatch(/Chrome\/\d+/);
        await printer.close();
        expect(await pagesAt(remote)).toBe(before);
      }
    });

    it('is connected to again after it went away, and missed in plain words', async () => {
      const warnings: string[] = [];
      const { port } = new URL(remote.http);
      const printer = createBrowserPrinter(
        { url: remote.http },
        { ...silent, warn: text => warnings.push(text) },
      );
      await printer.pdf(page, options);
      await end(remote);
      remote = await startRemote(join(folder, 'second'), Number(port));
      expect((await printer.pdf(page, options)).length).toBeGreaterThan(1000);
      expect(warnings).toEqual(['The remote browser went away; connecting again.']);
      await end(remote);
      await expect(printer.pdf(page, options)).rejects.toThrow(/No browser answers at http.*ECONNREFUSED/);
      await printer.close();
    });

    it('is told from an address that is none', async () => {
      const printer = createBrowserPrinter({ url: 'localhost:9222' }, silent);
      await expect(printer.pdf(page, options)).rejects.toThrow(
        '"localhost:9222" is no address of a browser.',
      );
    });
  },
);

const pagesAt = async ({ http }: Remote): Promise<number> =>
  ((await (await fetch(`${http}/json/list`)).json()) as unknown[]).length;
