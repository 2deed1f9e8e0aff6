import type { z } from 'zod';
import { accountSchema } from '../model/account.ts';
import { commitmentSchema } from '../model/commitment.ts';
import { decisionsSchema } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { kpiSettingsSchema } from '../model/kpi.ts';
import { personSchema, productsSchema } from '../model/person.ts';
import { phaseSchema } from '../model/phase.ts';
import { scoringSchema } from '../model/scoring.ts';
import { segmentationSchema } from '../model/segmentation.ts';
import { at, type SourceRef } from '../model/source.ts';
import { statementsSchema } from '../model/statement.ts';
import type { Sourced } from '../model/workspace.ts';
import { workspaceSettingsSchema } from '../model/workspace-settings.ts';
import { checkShape, type Shape } from './check.ts';
import type { Draft } from './draft.ts';
import { type Layout, type ProgramName, productsFile, programFile, settingsFile } from './layout.ts';
import type { YamlSource } from './yaml.ts';

/** Validates each file by its schema and puts what is right together. */
export const readDraft = (
  layout: Layout,
  parsed: ReadonlyMap<string, YamlSource>,
): { readonly draft: Draft; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const check: CheckFile = (schema, file) => {
    const source = parsed.get(file);
    const shape = source && checkShape(schema, source);
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

const readSettings = (check: CheckFile): Pick<Draft, 'settings' | 'products' | 'decisions'> => {
  const settings = check(workspaceSettingsSchema, settingsFile)?.value;
  const products = check(productsSchema, productsFile)?.value?.products;
  const decisionsFile = programFile('decisions');
  const decisions = check(decisionsSchema, decisionsFile)?.value?.decisions;
  return {
    ...(settings ? { settings: sourced(settings, settingsFile) } : {}),
    ...(products ? { products: sourcedItems(products, productsFile, 'products') } : {}),
    ...(decisions ? { decisions: sourcedItems(decisions, decisionsFile, 'decisions') } : {}),
  };
};

const readProgram = (check: CheckFile): Partial<Draft> => {
  const read = <N extends ProgramName, T extends object>(name: N, schema: z.ZodType<T>) => {
    const value = check(schema, programFile(name))?.value;
    return (value ? { [name]: sourced(value, programFile(name)) } : {}) as { readonly [K in N]?: Sourced<T> };
  };
  return {
    ...read('statements', statementsSchema),
    ...read('scoring', scoringSchema),
    ...read('segments', segmentationSchema),
    ...read('commitment', commitmentSchema),
    ...read('phase', phaseSchema),
    ...read('kpis', kpiSettingsSchema),
  };
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
