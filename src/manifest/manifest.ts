import { z } from 'zod';
import { sortBy } from '../model/order.ts';

/** Version of the form of the file. One that is not known is not read. */
export const manifestSchemaVersion = 1;

export const manifestFile = (period: string): string => `reports/${period}/manifest.json`;

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal');

/**
 * What differed when a document was made, which a later build of other documents did not make again: the versions, the hash of
 * an input then, null where the file was not there.
 */
const otherwiseSchema = z.strictObject({
  product: z.string().optional(),
  browser: z.string().optional(),
  date: z.string().nullable().optional(),
  archive: hash.nullable().optional(),
  inputs: z.record(z.string(), hash.nullable()).optional(),
});
export type Otherwise = z.infer<typeof otherwiseSchema>;

const notebookSchema = z.strictObject({
  /** What it is made of; nothing where it ships with this program. */
  files: z.array(z.string()),
  /** Whether it lists the other documents, and those of earlier quarters: it then depends on every notebook. */
  lists: z.boolean(),
});
export type ManifestNotebook = z.infer<typeof notebookSchema>;

const outputSchema = z.strictObject({ sha256: hash, otherwise: otherwiseSchema.optional() });
export type ManifestOutput = z.infer<typeof outputSchema>;

/**
 * What was built for a period, and from what. The same wherever it was built: no time, no path of a machine.
 * Paths of inputs are relative to the workspace, those of outputs to the folder of the period.
 */
export const manifestSchema = z.strictObject({
  schema: z.literal(manifestSchemaVersion),
  /** Version of this program; it brings the templates, texts and type that are not among the inputs. */
  product: z.string(),
  /** What printed the PDFs; absent as long as there are none. */
  browser: z.string().optional(),
  /** Date that the PDFs were given, where it is not that of the data. */
  date: z.string().optional(),
  /** Over the names of the documents of earlier quarters, to which the index links. */
  archive: hash.optional(),
  inputs: z.record(z.string(), hash),
  notebooks: z.record(z.string(), notebookSchema),
  outputs: z.record(z.string(), outputSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Undefined where the text is no manifest, or one of another version. */
export const parseManifest = (text: string): Manifest | undefined => {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // What is no JSON is no manifest either.
    return undefined;
  }
};

/** One line an entry, sorted, so that what a build changed can be read in a diff and merged. */
export const manifestText = ({ inputs, notebooks, outputs, ...head }: Manifest): string => {
  const { schema, product, browser, date, archive } = head;
  const lines = Object.entries({ schema, product, browser, date, archive })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const sections = Object.entries({ inputs, notebooks, outputs }).map(([name, entries]) =>
    section(name, entries),
  );
  return `{\n${[...lines, ...sections].join(',\n')}\n}\n`;
};

const section = (name: string, entries: Readonly<Record<string, unknown>>): string => {
  const lines = sortBy(Object.entries(entries), ([key]) => key).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return lines.length === 0 ? `  "${name}": {}` : `  "${name}": {\n${lines.join(',\n')}\n  }`;
};
