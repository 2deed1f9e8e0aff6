import { parse } from 'yaml';
import { type Recipe, recipeSchema } from '../import/recipe/recipe.ts';
import { createFiles } from './files.ts';
import { packageRoot } from './package-root.ts';

const folder = 'templates/import';

/** The recipes of the product by name. */
export const readRecipes = async (): Promise<ReadonlyMap<string, Recipe>> => {
  const files = createFiles(packageRoot);
  const recipes = new Map<string, Recipe>();
  for (const path of await files.list(folder)) {
    const [, name] = /\/([^/]+)\.yaml$/.exec(path) ?? [];
    if (name !== undefined) recipes.set(name, recipeSchema.parse(parse((await files.read(path)) ?? '')));
  }
  return recipes;
};

/** The SQL that the recipes have in common. @throws Error where the package is not whole */
export const readCommonSql = async (): Promise<string> => {
  const sql = await createFiles(packageRoot).read(`${folder}/crm.sql`);
  if (sql === undefined) throw new Error(`${folder}/crm.sql is missing from the package`);
  return sql;
};
