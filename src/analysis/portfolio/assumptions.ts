import type { Assumption } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { thresholdsSchema, type WorkspaceSettings } from '../../model/workspace-settings.ts';
import type { Scope } from '../scope.ts';

const defaults = thresholdsSchema.parse({});

/** A declared cut-off; it has a source only where the workspace departs from the product's default. */
export const assumption = (
  name: string,
  value: number | string,
  fallback: number | string | undefined,
  source: SourceRef,
): Assumption => ({ name, value, ...(value === fallback ? {} : { source }) });

/** A cut-off of `workspace.thresholds`. */
export const threshold = (scope: Scope, name: keyof WorkspaceSettings['thresholds']): Assumption => {
  const { thresholds, source } = scope.workspace.settings;
  return assumption(
    `workspace.thresholds.${name}`,
    thresholds[name],
    defaults[name],
    at(source, 'thresholds', name),
  );
};

/** Over which quarters revenue is summed. */
export const basis = (scope: Scope): Assumption => {
  const { settings } = scope.workspace;
  return assumption('workspace.basis', settings.basis, 'year-to-date', at(settings.source, 'basis'));
};
