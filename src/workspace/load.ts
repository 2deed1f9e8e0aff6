import type { z } from 'zod';
import type { Files } from '../effects.ts';
import { accountSchema } from '../model/account.ts';
import { commitmentSchema } from '../model/commitment.ts';
import { decisionsSchema } from '../model/decision.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../model/diagnostic.ts';
import { kpiSettingsSchema } from '../model/kpi.ts';
import { compareIds } from '../model/order.ts';
import { personSchema, productsSchema } from '../model/person.ts';
import { phaseSchema } from '../model/phase.ts';
import { scoringSchema } from '../model/scoring.ts';
import { segmentationSchema } from '../model/segmentation.ts';
import { at, type SourceRef, type Span } from '../model/source.ts';
import { statementsSchema } from '../model/statement.ts';
import type { Sourced, Workspace } from '../model/workspace.ts';
import { workspaceSettingsSchema } from '../model/workspace-settings.ts';
import * as catalogue from './catalogue.ts';
import { checkShape, type Shape } from './check.ts';
import type { Draft, Locate } from './draft.ts';
import {
  type Layout,
  layoutOf,
  type ProgramName,
  productsFile,
  programFile,
  settingsFile,
} from './layout.ts';
import { sortDiagnostics } from './order.ts';
import { checkReferences } from './references.ts';
import { parseYaml, withoutMark, type YamlSource } from './yaml.ts';

/** What loading gives: the workspace where nothing was wrong with it, and what printing and explaining need. */
export interface LoadedWorkspace extends Outcome<Workspace> {
  /** Place of a value, or of the key that holds it; undefined where the files have no such place (a default, say). */
  locate(ref: SourceRef, part?: 'key' | 'value'): Span | undefined;
  /** Text of every file that was read, by path, as lines and columns count it. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Reads, validates and cross-checks the data of a workspace. Everything that is wrong is reported at once; `value` is
 * present when no error is.
 * @param files the workspace root; paths are relative to it, those that `list('data')` gives as well
 * @param parse one that remembers (`createParser`) where the same workspace is loaded again and again
 */
export const loadWorkspace = async (
  files: Pick<Files, 'read' | 'list'>,
  parse = parseYaml,
): Promise<LoadedWorkspace> => {
  const layout = layoutOf(await files.list('data'));
  const sources = await readAll(files, layout);
  const unreadable = pathsOf(layout).filter(path => !sources.has(path));
  const parsed = new Map([...sources].map(([file, text]) => [file, parse(file, text)]));
  const locate: Locate = (ref, part) => parsed.get(ref.file)?.locate(ref.path, part);
  const found: Diagnostic[] = [...layout.diagnostics, ...unreadable.map(catalogue.unreadableFile)];
  const draft = draftOf(layout, parsed, diagnostic => found.push(diagnostic));
  found.push(...checkReferences(draft, locate, ref => parsed.get(ref.file)?.written(ref.path)));
  const diagnostics = sortDiagnostics(found);
  const value = hasErrors(diagnostics) ? undefined : finish(draft);
  return { ...(value ? { value } : {}), diagnostics, sources, locate };
};

const pathsOf = ({ files, accounts, people }: Layout): readonly string[] =>
  [...files, ...accounts.values(), ...people.values()].sort(compareIds);

const readAll = async (files: Pick<Files, 'read'>, layout: Layout): Promise<Map<string, string>> => {
  const texts = await Promise.all(pathsOf(layout).map(async path => [path, await files.read(path)] as const));
  return new Map(
    texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, withoutMark(text)] as const])),
  );
};

const draftOf = (
  layout: Layout,
  parsed: ReadonlyMap<string, YamlSource>,
  report: (diagnostic: Diagnostic) => void,
): Draft => {
  const incomplete = new Set<string>();
  const read = <T extends object>(schema: z.ZodType<T>, file: string): Shape<T> | undefined => {
    const source = parsed.get(file);
    if (source === undefined) return undefined;
    const shape = checkShape(schema, source);
    for (const diagnostic of shape.diagnostics) report(diagnostic);
    return shape;
  };
  const sourced = <T extends object>(value: T | undefined, file: string): Sourced<T> | undefined =>
    value && { ...value, source: { file, path: [] } };
  const entity = <T extends object>(schema: z.ZodType<T>, file: string): Sourced<T> | undefined =>
    sourced(read(schema, file)?.value, file);
  const program = <N extends ProgramName, T extends object>(name: N, schema: z.ZodType<T>) => {
    const value = entity(schema, programFile(name));
    return (value ? { [name]: value } : {}) as { readonly [K in N]?: Sourced<T> };
  };
  const all = <T extends object>(schema: z.ZodType<T>, entries: ReadonlyMap<string, string>) =>
    [...entries].flatMap(([id, file]) => {
      const shape = read(schema, file);
      if (shape?.value === undefined) incomplete.add(file);
      const value = sourced(shape?.value ?? shape?.remains, file);
      return value ? [{ ...value, id }] : [];
    });
  const settings = entity(workspaceSettingsSchema, settingsFile);
  const products = entity(productsSchema, productsFile);
  const decisions = entity(decisionsSchema, programFile('decisions'));
  return {
    ...(settings ? { settings } : {}),
    ...(products ? { products: items(products.products, products.source, 'products') } : {}),
    ...(decisions ? { decisions: items(decisions.decisions, decisions.source, 'decisions') } : {}),
    ...program('statements', statementsSchema),
    ...program('scoring', scoringSchema),
    ...program('segments', segmentationSchema),
    ...program('commitment', commitmentSchema),
    ...program('phase', phaseSchema),
    ...program('kpis', kpiSettingsSchema),
    accounts: all(accountSchema, layout.accounts),
    people: all(personSchema, layout.people),
    accountIds: new Set(layout.accounts.keys()),
    personIds: new Set(layout.people.keys()),
    incomplete,
    files: layout.files,
  };
};

const items = <T extends object>(list: readonly T[], source: SourceRef, key: string): Sourced<T>[] =>
  list.map((item, index) => ({ ...item, source: at(source, key, index) }));

const finish = (draft: Draft): Workspace | undefined => {
  const { settings, accounts, people, products = [], decisions = [] } = draft;
  if (settings === undefined) return undefined;
  const { statements, scoring, segments, commitment, phase, kpis } = draft;
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareIds(a.id, b.id);
  return {
    settings,
    accounts: [...accounts].sort(byId),
    people: [...people].sort(byId),
    products: [...products].sort(byId),
    program: {
      ...(statements ? { statements } : {}),
      ...(scoring ? { scoring } : {}),
      ...(segments ? { segments } : {}),
      ...(commitment ? { commitment } : {}),
      ...(phase ? { phase } : {}),
      ...(kpis ? { kpis } : {}),
      decisions,
    },
  };
};
