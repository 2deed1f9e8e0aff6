import type { z } from 'zod';
import { accountSchema } from '../../model/account.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { personSchema, productsSchema } from '../../model/person.ts';
import { programNames, programSchemas } from '../../model/program.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { workspaceSettingsSchema } from '../../model/workspace-settings.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { isLocalizedText, stepsInto } from '../schema.ts';
import type { Tools } from './tools.ts';

/** A text that names its languages should have each of those that are built; else a reader gets it in another one. */
export function* checkLanguages(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { settings } = draft;
  if (settings === undefined) return;
  const found = [...entities(draft)].flatMap(([schema, entity]) =>
    textsOf(schema, entity).flatMap(([text, ref]) => {
      const missing = settings.locales.filter(locale => !has(text, locale));
      return missing.length === 0 ? [] : [{ ref, missing }];
    }),
  );
  const files = [...new Set(found.map(({ ref }) => ref.file))];
  // A workspace that was written in one language and is now built in two has hundreds: one report has to do.
  const groups =
    files.length > mostFiles ? [found] : files.map(file => found.filter(({ ref }) => ref.file === file));
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const more = { texts: group.length - 1, files: groups.length === 1 ? files.length - 1 : 0 };
    yield catalogue.missingLanguage(tools.locate(first.ref), first.missing, more);
  }
}

/** The most files that are told of one by one. */
const mostFiles = 10;

// The rule of the locale: the text of the tag (es-MX), else of its language (es).
const has = (text: Readonly<Record<string, unknown>>, locale: string): boolean =>
  Object.hasOwn(text, locale) || Object.hasOwn(text, locale.slice(0, 2));

type Entity = object & { readonly source: SourceRef };

function* entities(draft: Draft): Generator<readonly [z.core.$ZodType, Entity]> {
  for (const account of draft.accounts) yield [accountSchema, account];
  for (const person of draft.people) yield [personSchema, person];
  for (const product of draft.products ?? []) yield [productsSchema.shape.products.element, product];
  for (const decision of draft.decisions ?? [])
    yield [programSchemas.decisions.shape.decisions.element, decision];
  if (draft.settings) yield [workspaceSettingsSchema, draft.settings];
  for (const name of programNames) {
    const value = name === 'decisions' ? undefined : draft[name];
    if (value) yield [programSchemas[name], value];
  }
}

/**
 * The texts of an entity. Those below each of its keys are kept by the value there: a file that is not edited is the same values
 * when a preview loads again.
 */
const textsOf = (schema: z.core.$ZodType, entity: Entity): readonly (readonly [LanguageMap, SourceRef])[] =>
  [...stepsInto(schema, entity)].flatMap(([step, below, child]) => {
    if (typeof child !== 'object' || child === null) return [];
    const known = kept.get(child) ?? [...textsIn(below, child, at(entity.source, step))];
    kept.set(child, known);
    return known;
  });

const kept = new WeakMap<object, readonly (readonly [LanguageMap, SourceRef])[]>();

type LanguageMap = Readonly<Record<string, string>>;

/** Every text per language below a value, found by walking its schema; a single string stands for all languages. */
function* textsIn(
  schema: z.core.$ZodType,
  value: unknown,
  ref: SourceRef,
): Generator<readonly [LanguageMap, SourceRef]> {
  if (typeof value !== 'object' || value === null) return;
  if (isLocalizedText(schema)) {
    yield [value as LanguageMap, ref];
    return;
  }
  for (const [step, below, child] of stepsInto(schema, value)) yield* textsIn(below, child, at(ref, step));
}
