import { spawn } from 'node:child_process';

const programs: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/**
 * Opens an address of ours in the browser of whoever sits here.
 * @returns whether the machine has a program for that
 */
export const openAddress = (address: string): Promise<boolean> => {
  const [program, ...args] = programs[process.platform] ?? ['xdg-open'];
  return new Promise(done => {
    const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
    child.on('error', () => done(false));
    child.on('spawn', () => {
      child.unref();
      done(true);
    });
  });
};
