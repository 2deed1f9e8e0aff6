import { type Analysis, analyze } from '../analysis/analyze.ts';
import type { Files } from '../effects.ts';
import type { Place } from '../explain/explanation.ts';
import { placesIn } from '../explain/places.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { PeriodId } from '../model/period.ts';
import type { SourceRef } from '../model/source.ts';
import type { Workspace } from '../model/workspace.ts';
import { keyedDigest } from '../platform/keyed-digest.ts';
import { suggest } from '../workspace/suggest.ts';
import { InvalidInput } from './invalid-input.ts';
import { type OpenWorkspace, usableWorkspace } from './open-workspace.ts';
import { printDiagnostics } from './print-diagnostics.ts';

/** A workspace as somebody gets to see it: whole, or redacted for an audience. */
export interface OpenEdition {
  readonly workspace: Workspace;
  readonly locate: (ref: SourceRef) => Place;
  readonly analyze: (period: PeriodId) => Analysis;
  /** Makes the files of the workspace those of the edition: what it writes has a folder of its own. */
  readonly files: (files: Files) => Files;
  /** Name of the audience; undefined where the edition is whole. */
  readonly audience?: string;
  readonly inputsTold?: (inputs: ReadonlyMap<string, string>) => Promise<ReadonlyMap<string, string>>;
  readonly leakIn?: (page: string) => string | undefined;
}

/**
 * @param audience of the workspace, as --redact names it; undefined for the whole
 * @throws InvalidInput where data or audiences are not sound, after printing what is wrong, or where there is no such audience
 */
export const openEdition = async (
  opened: OpenWorkspace,
  audience: string | undefined,
): Promise<OpenEdition> => {
  const workspace = usableWorkspace(opened);
  const { loaded } = opened;
  if (audience === undefined)
    return {
      workspace,
      locate: placesIn(loaded),
      analyze: period => analyze(workspace, period),
      files: files => files,
    };
  requireAudience(workspace, audience);
  const [{ redact }, { audienceFiles }] = await Promise.all([
    import('../redaction/redact.ts'),
    import('../redaction/files.ts'),
  ]);
  const { value, diagnostics } = redact({ ...loaded, value: workspace }, audience, keyedDigest);
  if (diagnostics.length > 0) printDiagnostics(diagnostics, loaded.sources);
  if (value === undefined || hasErrors(diagnostics))
    throw new InvalidInput('The audiences of the workspace must be mended first.');
  return { ...value, files: files => audienceFiles(files, audience, value.codedNotebook) };
};

/** @throws InvalidInput */
export const requireAudience = ({ audiences }: Workspace, name: string): void => {
  const known = Object.keys(audiences?.audiences ?? {});
  if (known.includes(name)) return;
  const meant = suggest(name, known);
  throw new InvalidInput(`There is no audience "${name}".`, [
    ...(meant === undefined ? [] : [`Did you mean "${meant}"?`]),
    known.length === 0
      ? 'Declare audiences in data/audiences.yaml.'
      : `There are ${known.join(', ')} in data/audiences.yaml.`,
  ]);
};
