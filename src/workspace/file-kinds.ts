import type { z } from 'zod';
import { accountSchema } from '../model/account.ts';
import { audiencesSchema } from '../model/audience.ts';
import { personSchema, productsSchema } from '../model/person.ts';
import { programNames, programSchemas } from '../model/program.ts';
import { workspaceSettingsSchema } from '../model/workspace-settings.ts';
import { audiencesFile, productsFile, programFile, settingsFile } from './layout.ts';

/** A kind of file that a workspace may hold. */
export interface FileKind {
  /** `account`, `workspace`, or the name of a file of the programme. */
  readonly name: string;
  /** Path below the root; `<id>` stands for the id of an account or a person. */
  readonly path: string;
  readonly schema: z.ZodType;
}

/** Every kind of file that a workspace may hold, with the schema that checks it. */
export const fileKinds: readonly FileKind[] = [
  { name: 'workspace', path: settingsFile, schema: workspaceSettingsSchema },
  { name: 'account', path: 'data/accounts/<id>.yaml', schema: accountSchema },
  { name: 'person', path: 'data/people/<id>.yaml', schema: personSchema },
  { name: 'products', path: productsFile, schema: productsSchema },
  { name: 'audiences', path: audiencesFile, schema: audiencesSchema },
  ...programNames.map(name => ({ name, path: programFile(name), schema: programSchemas[name] })),
];

/** The kind of a file, by its path below the root; undefined for files that a workspace does not read. */
export const kindOf = (path: string): FileKind | undefined =>
  fileKinds.find(kind => {
    const [before = '', after] = kind.path.split('<id>');
    if (after === undefined) return path === kind.path;
    const id = path.slice(before.length, path.length - after.length);
    return path === `${before}${id}${after}` && /^[^/]+$/.test(id);
  });
