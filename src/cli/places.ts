import type { Place } from '../explain/explanation.ts';
import type { SourceRef } from '../model/source.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';

/** Looks up references in the files of a workspace: their place, and what is written there where it is a single value. */
export const placesIn =
  ({ locate, sources }: LoadedWorkspace) =>
  (ref: SourceRef): Place => {
    const span = locate(ref);
    if (span === undefined) return {};
    const key = locate(ref, 'key');
    const isMapOrList = key?.line === span.line && key.column === span.column;
    const line = sources.get(span.file)?.split(/\r?\n/)[span.line - 1];
    const written = line?.slice(span.column - 1, span.column - 1 + span.length);
    // An item of a list has no key of its own; a number is no map or list.
    const isNumber = typeof ref.path.at(-1) === 'number' && /^-?\d+(\.\d+)?$/.test(written ?? '');
    const isBlock = written === undefined || /^[|>]/.test(written);
    return (isMapOrList && !isNumber) || isBlock ? { span } : { span, written };
  };
