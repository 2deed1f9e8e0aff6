#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

// Node 22 and later can keep the compiled code of the libraries between runs.
module.enableCompileCache?.();

const compiled = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(compiled)) {
  await import(compiled.href);
} else {
  process.stderr.write('cuentas is not compiled yet: run "npm run prepare" in its folder.\n');
  process.exitCode = 1;
}
