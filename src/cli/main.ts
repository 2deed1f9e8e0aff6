import { exitCode } from './exit-code.ts';
import { run } from './run.ts';

// `cuentas analyze | head` closes the pipe early; that is no failure.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(exitCode.fine);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
