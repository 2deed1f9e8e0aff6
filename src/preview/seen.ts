import { type Analysis, analyze } from '../analysis/analyze.ts';
import type { Place } from '../explain/explanation.ts';
import { placesIn } from '../explain/places.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PeriodId } from '../model/period.ts';
import type { SourceRef } from '../model/source.ts';
import type { Workspace } from '../model/workspace.ts';
import type { KeyedDigest } from '../redaction/codes.ts';
import { audienceFiles } from '../redaction/files.ts';
import { redact } from '../redaction/redact.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import type { Tree } from './files-in-hand.ts';

/** The data as whoever is previewed for gets to see them. */
export interface Seen {
  readonly workspace: Workspace;
  readonly locate: (ref: SourceRef) => Place;
  readonly analyze: (period: PeriodId) => Analysis;
  readonly files: (files: Tree) => Tree;
  readonly leakIn?: (page: string) => string | undefined;
  readonly warnings: readonly Diagnostic[];
}

/** @throws Error where the workspace has no such audience any more, or was not read */
export const seenBy = (audience: string | undefined, loaded: LoadedWorkspace, digest: KeyedDigest): Seen => {
  const { value: workspace } = loaded;
  if (workspace === undefined) throw new Error('The workspace was not read, and nobody said why');
  const whole: Seen = {
    workspace,
    locate: placesIn(loaded),
    analyze: period => analyze(workspace, period),
    files: files => files,
    warnings: [],
  };
  if (audience === undefined) return whole;
  const { value, diagnostics } = redact({ ...loaded, value: workspace }, audience, digest);
  // With an error in the audiences nothing is shown at all: the whole is not for this audience.
  if (value === undefined) return { ...whole, warnings: diagnostics };
  return {
    ...value,
    files: files => audienceFiles(files, audience, value.codedNotebook),
    warnings: diagnostics,
  };
};
