// Run by `npm ci` through the prepare script: puts the command of this checkout where npx looks first. Without it npx
// would install the checkout into its own cache at the first call.
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';

const bin = new URL('../node_modules/.bin/', import.meta.url);
const link = new URL('cuentas', bin);

mkdirSync(bin, { recursive: true });
rmSync(link, { force: true });
symlinkSync('../../bin/cuentas.js', link);
