import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Declared, type FoundSource, findSources, recipeSql } from '../import/recipe/recipe.ts';
import { tablesOf } from '../import/recipe/tables.ts';
import type { Database } from '../import/table.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { createFiles } from '../platform/files.ts';
import { readCommonSql, readRecipes } from '../platform/recipes.ts';
import { InvalidInput } from './invalid-input.ts';

/** The SQL of an import: a file of the user, or what a recipe makes for the files that are there. */
export interface Script {
  /** As messages name it. */
  readonly name: string;
  readonly sql: string;
  /** What a recipe found. */
  readonly sources: readonly FoundSource[];
}

export interface ScriptOptions extends Declared {
  readonly data: string;
  readonly encoding?: string;
}

/** @throws InvalidInput where there is neither such a file nor such a recipe, or the recipe finds nothing it knows */
export const scriptOf = async (
  given: string,
  options: ScriptOptions,
  database: Database,
): Promise<Script | readonly Diagnostic[]> => {
  const recipes = await readRecipes();
  const recipe = existsSync(given) ? undefined : recipes.get(given);
  if (recipe === undefined) {
    refuseDeclared(options);
    return { name: given, sql: await readSql(given, [...recipes.keys()]), sources: [] };
  }
  const files = await createFiles(options.data).list('.');
  const tables = await tablesOf(database, files, options.encoding);
  if (tables.value === undefined) return tables.diagnostics;
  const found = findSources(recipe, tables.value);
  if ('problem' in found) throw new InvalidInput(found.problem);
  const sql = recipeSql(recipe, found.sources, options, await readCommonSql());
  return { name: `${given}.sql`, sql, sources: found.sources };
};

const refuseDeclared = ({ encoding, decimal, dates }: ScriptOptions): void => {
  if (encoding === undefined && decimal === undefined && dates === undefined) return;
  throw new InvalidInput('--encoding, --decimal and --dates belong to recipes.', [
    "In an SQL file, write csv_rows('f.csv', encoding := '…'), decimal_comma(text), day_first(text).",
  ]);
};

const readSql = async (file: string, recipes: readonly string[]): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new InvalidInput(
      isAbsent
        ? `There is no file ${file}.`
        : `${file} can't be read: ${error instanceof Error ? error.message : String(error)}`,
      [`Name an SQL file, or one of the recipes: ${recipes.join(', ')}.`],
    );
  }
};
