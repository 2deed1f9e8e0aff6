/** How who reads a hint can run us: by npx where npm was what ran this command, since a local install has no other way. */
export const calledAs = (): string => (process.env.npm_execpath === undefined ? 'cuentas' : 'npx cuentas');
