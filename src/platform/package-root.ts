import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the installed package, with templates/ in it. The same two steps up from src/platform and from dist/platform. */
export const packageRoot: string = fileURLToPath(new URL('../../', import.meta.url));

export interface PackageManifest {
  readonly version: string;
  /** Where the sources and the guide of the product are to be read, once they are published somewhere. */
  readonly homepage?: string;
  /** Exact versions, as this package pins them. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

export const packageManifest = (): PackageManifest =>
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as PackageManifest;
