import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { soundWorkspace } from '../e2e/command-line.ts';
import { askable, type Held, heldBy } from './inside.ts';
import { compiledCuentas, ended, type Place, placeOf } from './machine.ts';
import { effort, grouped, tally } from './tally.ts';

const readers = 200;
const rounds = effort(2, 24);
/** Rounds after which all is kept that is kept: the last charts that were drawn, up to a number. */
const settled = effort(1, 12);
/** Megabytes by which what is held may differ: pages of other data are of other lengths. */
const slack = 4;

const account = 'data/accounts/uno.yaml';
const paths = ['board-summary', 'strategic-review', 'portfolio-annex'].flatMap(name =>
  ['es', 'en'].map(tag => `/2026-Q3/${name}.${tag}.html`),
);

const served = async (place: Place) => {
  const child = compiledCuentas({ ...place, variables: askable }, ['preview', '--port', '0'], 'pipe');
  onTestFinished(() => ended(child, 'SIGKILL'));
  let said = '';
  child.stdout?.on('data', data => {
    said += String(data);
  });
  await vi.waitUntil(() => /http:\S+/.test(said), { timeout: 60_000 });
  return { child, address: new URL(/http:\S+/.exec(said)?.[0] ?? '') };
};

const asked = async (address: URL, path: string, agent: Agent): Promise<IncomingMessage> => {
  const asking = get(new URL(path, address), { agent });
  asking.on('error', () => undefined);
  try {
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    return response;
  } catch (failure) {
    // A connection kept for another page may be closed for its age just then: browsers ask again, too.
    if (!asking.reusedSocket) throw failure;
    return asked(address, path, agent);
  }
};

const textOf = async (response: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += String(piece);
  return text;
};

const loaded = async (address: URL, path: string, agent: Agent): Promise<string> => {
  const response = await asked(address, path, agent);
  expect(response.statusCode).toBe(200);
  const text = await textOf(response);
  // Whole, or the length that was announced would not be that of what came.
  expect([path, text.trimEnd().endsWith('</html>')]).toEqual([path, true]);
  return text;
};

/** Somebody who reads a page and stays until it has changed, as the page itself does; every fourth leaves in the middle of it. */
const reader = async (address: URL, number: number) => {
  const path = paths[number % paths.length] ?? '';
  const agent = new Agent({ keepAlive: true });
  const leave = (): void => agent.destroy();
  if (number % 4 === 3) {
    const response = await asked(address, path, agent);
    response.once('data', () => response.destroy());
    return { path, stays: false, heard: () => '', again: async () => '', leave };
  }
  await loaded(address, path, agent);
  const stream = await asked(address, `/events?page=${path}&version=`, agent);
  let heard = '';
  stream.setEncoding('utf8').on('data', text => {
    heard += String(text);
  });
  const leaveBoth = (): void => {
    stream.destroy();
    leave();
  };
  return {
    path,
    stays: true,
    heard: () => heard,
    again: () => loaded(address, path, agent),
    leave: leaveBoth,
  };
};

const versionsIn = (heard: string): readonly string[] =>
  [...heard.matchAll(/^event: page\ndata: (\S+)$/gm)].map(([, version = '']) => version);

/** What the preview holds once its connections are closed. */
const heldAlone = async (child: ChildProcess): Promise<Held> => {
  let held = await heldBy(child);
  await vi.waitUntil(
    async () => {
      held = await heldBy(child);
      return held.handles.TCPSocketWrap === undefined;
    },
    { timeout: 20_000, interval: 200 },
  );
  return held;
};

const named = (round: number): string => `Cliente de hora ${round}`;
const sound = soundWorkspace[account] ?? '';

/** All read at once, see one edit, and go. @returns how many stayed to see it */
const readAtOnce = async (address: URL, edit: () => Promise<void>, expected: string): Promise<number> => {
  const all = await Promise.all(Array.from({ length: readers }, (_, number) => reader(address, number)));
  const staying = all.filter(one => one.stays);
  const allHave = (count: number) =>
    vi.waitUntil(() => staying.every(one => versionsIn(one.heard()).length >= count), { timeout: 60_000 });
  await allHave(1);
  await edit();
  await allHave(2);
  for (const text of await Promise.all(staying.map(one => one.again()))) expect(text).toContain(expected);
  // Who reads the same page is told the same.
  const told = new Set(staying.map(one => `${one.path} ${versionsIn(one.heard()).at(-1)}`));
  expect(told.size).toBe(paths.length);
  for (const one of all) one.leave();
  return staying.length;
};

test.skipIf(process.platform === 'win32')(
  'two hundred readers at once, time and again, and the preview holds no more than before',
  { timeout: effort(120_000, 900_000) },
  async () => {
    const place = await placeOf(soundWorkspace);
    const { child, address } = await served(place);
    const held: Held[] = [];
    let [pages, streams] = [0, 0];
    for (let round = 0; round <= rounds; round += 1) {
      const edit = () =>
        writeFile(join(place.folder, account), sound.replace('Cliente de 500', named(round)));
      const stayed = await readAtOnce(address, edit, named(round));
      pages += readers + stayed;
      streams += stayed;
      held.push(await heldAlone(child));
    }
    const [first, ...later] = held.slice(settled);
    const last = later.at(-1);
    expect(last?.handles).toEqual(first?.handles);
    const more = (last?.memory ?? 0) - (first?.memory ?? 0);
    expect(more).toBeLessThan(slack);
    await tally(
      'preview-readers',
      `${grouped(readers)} at once, ${grouped(rounds + 1)} times: ${grouped(pages)} pages, ${grouped(streams)} streams of events; ${more.toFixed(1)} MB more in the end, and no handle`,
    );
  },
);
