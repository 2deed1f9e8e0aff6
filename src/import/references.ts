import type { IdRegister } from './register.ts';
import type { Fields } from './rows.ts';
import type { Register, Target } from './targets.ts';

export type Registers = Readonly<Record<Register, IdRegister>>;

const nouns: Readonly<Record<Register, string>> = {
  accounts: 'account',
  people: 'person',
  products: 'product',
};

/**
 * Names of other entities become their ids. Where the import brings no entities of that kind, the field stays as it is:
 * it may name one that the workspace already has, which `cuentas check` verifies.
 */
export const resolveReferences = (
  target: Target,
  fields: Fields,
  registers: Registers,
): { readonly fields: Fields } | { readonly problem: string } => {
  const resolved: Fields = { ...fields };
  for (const [field, kind] of Object.entries(target.references)) {
    const reference = fields[field];
    const register = registers[kind];
    if (typeof reference !== 'string' || register.isEmpty) continue;
    const id = register.find(reference);
    if (id === undefined)
      return {
        problem: `${field}: ${JSON.stringify(reference)} stands for no ${nouns[kind]}${register.remarkOn(reference)}`,
      };
    resolved[field] = id;
  }
  return { fields: resolved };
};
