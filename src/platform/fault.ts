/** Something that is wrong with the machine, neither with the data nor with us. The message says how to mend it. */
export class MachineFault extends Error {
  override readonly name: string = 'MachineFault';
  readonly hints: readonly string[];

  constructor(message: string, hints: readonly string[]) {
    super(message);
    this.hints = hints;
  }
}

/** Of a run that was cut short. */
export const wholeFiles =
  'Every file is as it was or as it was to be, none is half: run the command again afterwards.';

const noMemory: readonly [message: string, ...hints: string[]] = [
  'There is not enough memory.',
  'End other programs, give the machine or its container more, or print fewer pages at a time with --jobs 1.',
  wholeFiles,
];

/** As Node and its engine say it where they can't get a piece of memory and live on. */
const saysNoMemory = (error: Error): boolean =>
  ('code' in error && error.code === 'ERR_MEMORY_ALLOCATION_FAILED') ||
  (error instanceof RangeError && /out of memory|could not allocate|allocation failed/i.test(error.message));

/** What a system says when it can't, in words of ours. */
const told: Readonly<Record<string, (what: string) => readonly [message: string, ...hints: string[]]>> = {
  ENOSPC: what => [
    `The disk is full, or has no room for more files: ${what} could not be written.`,
    'Free some space (df -h, df -i), or write elsewhere with --out; TMPDIR names the folder for temporary files.',
    wholeFiles,
  ],
  EDQUOT: what => [
    `Your share of the disk is used up: ${what} could not be written.`,
    'Free some space.',
    wholeFiles,
  ],
  EROFS: what => [
    `${what} could not be written: it lies on a disk that can only be read.`,
    'Write elsewhere with --out.',
  ],
  EACCES: what => [
    `This user may not read or write ${what}.`,
    'Change its permissions or its owner; build and export write elsewhere with --out.',
  ],
  EPERM: what => [
    `The system does not let this user change ${what}.`,
    'Change its permissions or its owner; build and export write elsewhere with --out.',
  ],
  EMFILE: () => ['Too many files are open at once.', 'Raise the limit with ulimit -n.', wholeFiles],
  ENFILE: () => ['The system has too many files open.', 'End other programs.', wholeFiles],
  EIO: what => [`The disk failed at ${what}.`, 'Look into the log of the system; copy your data elsewhere.'],
  ENOTDIR: what => [`A file stands where a folder is needed: ${what}.`, 'Move it away.'],
  EEXIST: what => [`A file stands where a folder is needed: ${what}.`, 'Move it away.'],
  EISDIR: what => [`A folder stands where a file is to be written: ${what}.`, 'Move it away.'],
  ENOMEM: () => noMemory,
  EAGAIN: () => [
    'The system starts no more programs for this user.',
    'End other programs, or raise the limit with ulimit -u.',
    wholeFiles,
  ],
  ENAMETOOLONG: what => [`The name is too long for this disk: ${what}.`, 'Shorten the id.'],
};

/** The machine's part in an error; undefined where it has none. */
export const machineFault = (error: unknown): MachineFault | undefined => {
  if (error instanceof MachineFault) return error;
  if (!(error instanceof Error)) return undefined;
  if (saysNoMemory(error)) return faultOf(noMemory);
  if (!('code' in error && 'syscall' in error)) return undefined;
  const say = told[String(error.code)];
  if (say === undefined) return undefined;
  const path = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined;
  return faultOf(say(path === undefined ? 'a file' : String(path)));
};

const faultOf = ([message, ...hints]: readonly [message: string, ...hints: string[]]): MachineFault =>
  new MachineFault(message, hints);
