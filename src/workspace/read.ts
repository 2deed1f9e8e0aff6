import type { z } from 'zod';
import { accountSchema } from '../model/account.ts';
import { audiencesSchema } from '../model/audience.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { personSchema, productsSchema } from '../model/person.ts';
import { type Program, type ProgramName, programNames, programSchemas } from '../model/program.ts';
import type { Sourced } from '../model/source.ts';
import { at, type SourceRef } from '../model/source.ts';
import { workspaceSettingsSchema } from '../model/workspace-settings.ts';
import type { Shape } from './check.ts';
import type { Draft } from './draft.ts';
import { audiencesFile, type Layout, productsFile, programFile, settingsFile } from './layout.ts';
import type { Reader } from './reader.ts';
import type { YamlSource } from './yaml.ts';

/** Validates each file by its schema and puts what is right together. */
export const readDraft = (
  layout: Layout,
  parsed: ReadonlyMap<string, YamlSource>,
  reader: Pick<Reader, 'check'>,
): { readonly draft: Draft; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const check: CheckFile = (schema, file) => {
    const source = parsed.get(file);
    const shape = source && reader.check(schema, source);
    diagnostics.push(...(shape?.diagnostics ?? []));
    return shape;
  };
  const accounts = readAll(accountSchema, layout.accounts, check);
  const people = readAll(personSchema, layout.people, check);
  const draft = {
    ...readSettings(check),
    ...readProgram(check),
    accounts: accounts.entities,
    people: people.entities,
    accountIds: new Set(layout.accounts.keys()),
    personIds: new Set(layout.people.keys()),
    incomplete: new Set([...accounts.incomplete, ...people.incomplete]),
    files: layout.files,
  };
  return { draft, diagnostics };
};

/** The shape of a file; undefined where there is no such file. */
type CheckFile = <T>(schema: z.ZodType<T>, file: string) => Shape<T> | undefined;

const readSettings = (check: CheckFile): Pick<Draft, 'settings' | 'products' | 'audiences'> => {
  const settings = check(workspaceSettingsSchema, settingsFile)?.value;
  const products = check(productsSchema, productsFile)?.value?.products;
  const audiences = check(audiencesSchema, audiencesFile)?.value;
  return {
    ...(settings ? { settings: sourced(settings, settingsFile) } : {}),
    ...(audiences ? { audiences: sourced(audiences, audiencesFile) } : {}),
    ...(products ? { products: sourcedItems(products, productsFile, 'products') } : {}),
  };
};

const readProgram = (check: CheckFile): Pick<Draft, ProgramName> => {
  const read = programNames.flatMap(name => {
    const value = check<object>(programSchemas[name], programFile(name))?.value;
    return value === undefined ? [] : [[name, sourced(value, programFile(name))] as const];
  });
  const { decisions, ...rest }: Program = Object.fromEntries(read);
  if (decisions === undefined) return rest;
  const items = sourcedItems(decisions.decisions, decisions.source.file, 'decisions');
  return { ...rest, decisions: items };
};

/** The entities of a folder, by the ids of their files; of one that was refused, what is left of it. */
const readAll = <T extends object>(
  schema: z.ZodType<T>,
  entries: ReadonlyMap<string, string>,
  check: CheckFile,
): {
  readonly entities: readonly (Sourced<T> & { readonly id: string })[];
  readonly incomplete: readonly string[];
} => {
  const shapes = [...entries].map(([id, file]) => ({ id, file, shape: check(schema, file) }));
  return {
    entities: shapes.flatMap(({ id, file, shape }) => {
      const value = shape?.value ?? shape?.remains;
      return value ? [{ ...sourced(value, file), id }] : [];
    }),
    incomplete: shapes.filter(({ shape }) => shape?.value === undefined).map(({ file }) => file),
  };
};

const sourced = <T extends object>(value: T, file: string): Sourced<T> => ({
  ...value,
  source: { file, path: [] },
});

const sourcedItems = <T extends object>(items: readonly T[], file: string, key: string): Sourced<T>[] => {
  const list: SourceRef = { file, path: [key] };
  return items.map((item, index) => ({ ...item, source: at(list, index) }));
};
