import { wholeFiles } from '../platform/fault.ts';
import { whenMemoryRunsShort } from '../platform/memory-watch.ts';
import { exitCode } from './exit-code.ts';
import { run } from './run.ts';
import { printError } from './terminal.ts';

// `cuentas analyze | head` closes the pipe early; that is no failure.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(exitCode.fine);
  throw error;
});

whenMemoryRunsShort(megabytes =>
  printError(
    `Memory runs short: nearly all of the ${megabytes} MB that Node allows is in use. If it ends with "heap out of memory", allow more ` +
      `with NODE_OPTIONS=--max-old-space-size=${4 * megabytes}, or build fewer documents at a time. ${wholeFiles}`,
  ),
);

process.exitCode = await run(process.argv.slice(2));
