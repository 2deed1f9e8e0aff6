import { relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Files } from '../effects.ts';
import { createFiles } from '../platform/files.ts';
import { type FileKind, fileKinds, kindOf } from '../workspace/file-kinds.ts';
import { jsonSchemaOf, modelineOf, schemaFiles, schemaFolder } from '../workspace/json-schema.ts';
import { suggest } from '../workspace/suggest.ts';
import { withoutMark } from '../workspace/yaml.ts';
import { counted } from './diagnostics-text.ts';
import { filledText } from './filled-text.ts';
import { InvalidInput } from './invalid-input.ts';
import { jsonOption, rootOption } from './options.ts';
import { rootOfWorkspace } from './root-of-workspace.ts';
import { print, printJson } from './terminal.ts';

interface SchemaOptions {
  readonly root?: string;
  readonly modelines?: boolean;
  readonly json?: boolean;
}

const help = `
The schemas go to ${schemaFolder}/ of the workspace: commit them beside the data, so
that they reach everyone who edits it. An editor with YAML support finds the one
of a file by the file's first line, which --modelines adds.

${filledText(`Kinds of files: ${fileKinds.map(({ name }) => name).join(', ')}.`, 80, '')}

Examples:
  $ cuentas schema                    write or refresh all of them
  $ cuentas schema --modelines        and name them in the files below data/
  $ cuentas schema account --json     print one`;

export const createSchemaCommand = (): Command =>
  new Command('schema')
    .description('Writes JSON Schemas of the data, so that editors complete and validate as one types.')
    .argument('[kinds...]', 'kinds of files, like account or scoring (default: all)')
    .addOption(
      new Option('--modelines', 'name the schema in the first line of every YAML file below data/').conflicts(
        'json',
      ),
    )
    .addOption(jsonOption())
    .addOption(rootOption())
    .addHelpText('after', help)
    .action(run);

const run = async (names: readonly string[], { root, modelines, json }: SchemaOptions): Promise<void> => {
  const kinds = names.length === 0 ? fileKinds : names.map(kindNamed);
  if (json === true) {
    const [only] = kinds;
    return printJson(
      kinds.length === 1 && only
        ? jsonSchemaOf(only)
        : Object.fromEntries(kinds.map(kind => [kind.name, jsonSchemaOf(kind)])),
    );
  }
  const folder = rootOfWorkspace(root);
  const files = createFiles(folder);
  const written = await writeAll(files, schemaFiles(kinds));
  const shown = relative('', resolve(folder, schemaFolder)) || '.';
  print(`${counted(written, 'schema')} written, ${kinds.length - written} unchanged in ${shown}`);
  if (modelines !== true) return;
  const named = await writeAll(files, await withModelines(files, kinds));
  print(`${counted(named, 'file')} now ${named === 1 ? 'names its' : 'name their'} schema`);
};

const kindNamed = (name: string): FileKind => {
  const kind = fileKinds.find(known => known.name === name);
  if (kind) return kind;
  const names = fileKinds.map(known => known.name);
  const meant = suggest(name, names);
  throw new InvalidInput(`There is no kind of file "${name}".`, [
    meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${meant}"?`,
  ]);
};

type TextFile = { readonly path: string; readonly text: string };

const writeAll = async (files: Files, made: readonly TextFile[]): Promise<number> => {
  let written = 0;
  for (const { path, text } of made) if (await files.write(path, text)) written += 1;
  return written;
};

/** The YAML files of these kinds that name no schema yet, with the line that does, in the line ends of the file. */
const withModelines = async (files: Files, kinds: readonly FileKind[]): Promise<readonly TextFile[]> => {
  const made: TextFile[] = [];
  for (const path of await files.list('data')) {
    const kind = kindOf(path);
    const text = kind && kinds.includes(kind) ? await files.read(path) : undefined;
    if (kind === undefined || text === undefined || /^#\s*yaml-language-server:/m.test(text)) continue;
    const lines = withoutMark(text);
    const mark = text.slice(0, text.length - lines.length);
    const end = lines.includes('\r\n') ? '\r\n' : '\n';
    made.push({ path, text: `${mark}${modelineOf(kind, path)}${end}${lines}` });
  }
  return made;
};
