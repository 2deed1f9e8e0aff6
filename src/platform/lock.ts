import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Does some work while no other run of this machine does the same in a folder; where one does, waits for its end. What is
 * held is a name that the system takes back when the process ends, however it ends, so nothing has to be tidied up.
 *
 * @param waits told, once, who is waited for: the number of a process
 */
export const alone = async <T>(
  what: 'build' | 'import',
  folder: string,
  waits: (process: string) => void,
  work: () => Promise<T>,
): Promise<T> => {
  const address = addressOf(what, resolve(folder));
  let said = false;
  let held = await hold(address);
  while (held === undefined) {
    const holder = await untilGone(address, process => {
      if (!said) waits(process);
      said = true;
    });
    if (holder === 'dead') rmSync(address, { force: true });
    held = await hold(address);
  }
  try {
    return await work();
  } finally {
    held();
  }
};

/** Linux and Windows have names that are no files; elsewhere it is a file, which a killed process leaves. */
const addressOf = (what: string, folder: string): string => {
  const key = createHash('sha256').update(`${what}\n${folder}`).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return `\0cuentas-${key}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\cuentas-${key}` : join(tmpdir(), `cuentas-${key}.sock`);
};

/** @returns lets go of the name; undefined where another one has it */
const hold = (address: string): Promise<(() => void) | undefined> =>
  new Promise((take, fail) => {
    const waiting = new Set<Socket>();
    const server: Server = createServer(socket => {
      waiting.add(socket);
      socket.on('error', () => undefined).on('close', () => waiting.delete(socket));
      socket.write(`${process.pid}\n`);
      socket.unref();
    });
    server.once('error', error => {
      if ('code' in error && error.code === 'EADDRINUSE') take(undefined);
      else fail(error);
    });
    server.listen(address, () => {
      server.unref();
      take(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      });
    });
  });

/** Waits until whoever has the name lets go of it. */
const untilGone = (address: string, says: (process: string) => void): Promise<'gone' | 'dead'> =>
  new Promise(end => {
    const socket = connect(address);
    let isConnected = false;
    socket.on('connect', () => {
      isConnected = true;
    });
    socket.on('data', data => says(String(data).trim()));
    socket.on('error', () => undefined);
    socket.on('close', () => setTimeout(() => end(isConnected ? 'gone' : deadOrGone()), 10));
  });

/** Only where a name is a file can it outlive its process. */
const deadOrGone = (): 'gone' | 'dead' =>
  process.platform === 'linux' || process.platform === 'win32' ? 'gone' : 'dead';
