import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Adds what package-lock.json leaves out: optional packages for other platforms. npm forgets those that the registry in use
 * does not serve, and then `npm ci` refuses the lock file. Version and platform are known without asking: the version from
 * the package that wants them, the platform from their names. Run it after `npm install`; a test checks that it was.
 */

interface LockEntry {
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

const entryOf = (name: string, version: string, dev: boolean): object => {
  const words = name.split(/[-/.]/);
  const os = systems.filter(word => words.includes(word));
  const cpu = processors.filter(word => words.includes(word));
  if (os.length !== 1 || cpu.length !== 1 || !/^\d/.test(version))
    throw new Error(`Which platform is ${name}@${version} for? Complete package-lock.json by hand.`);
  const libc = words.some(word => word.startsWith('musl')) ? 'musl' : 'glibc';
  const hasLibc = words.some(word => /^(musl|gnu)/.test(word)) && os[0] === 'linux';
  return { version, cpu, ...(dev ? { dev } : {}), ...(hasLibc ? { libc: [libc] } : {}), optional: true, os };
};

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> };
const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
  Object.entries(optionalDependencies)
    .filter(
      ([name]) =>
        !(`node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages),
    )
    .map(([name, version]) => [`node_modules/${name}`, entryOf(name, version, dev)] as const),
);
const packages = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, undefined, 2)}\n`);
process.stdout.write(`${missing.length} entries added\n`);
