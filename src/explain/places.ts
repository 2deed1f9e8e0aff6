import { numberWritten } from '../model/formula-value.ts';
import type { SourceRef, Span } from '../model/source.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import type { Place } from './explanation.ts';

/** Looks up references in the files of a workspace: their place, and what is written there where it is a single value. */
export const placesIn = ({
  locate,
  sources,
}: Pick<LoadedWorkspace, 'locate' | 'sources'>): ((ref: SourceRef) => Place) => {
  const lineOf = linesOf(sources);
  const place = (ref: SourceRef): Place => {
    const span = locate(ref);
    if (span === undefined) return {};
    const key = locate(ref, 'key');
    const isMapOrList = key?.line === span.line && key.column === span.column;
    const written = lineOf(span)?.slice(span.column - 1, span.column - 1 + span.length);
    // An item of a list has no key of its own; a number or a date is no map or list.
    const isSingle = typeof ref.path.at(-1) === 'number' && numberWritten(written ?? '') !== undefined;
    const isBlock = written === undefined || /^[|>]/.test(written);
    return (isMapOrList && !isSingle) || isBlock ? { span } : { span, written };
  };
  return remembering(place);
};

/** Every document asks for the places of the portfolio again; in all they are no more than the data have values. */
const remembering = (place: (ref: SourceRef) => Place): ((ref: SourceRef) => Place) => {
  const files = new Map<string, Map<string, Place>>();
  return ref => {
    const known = files.get(ref.file) ?? new Map<string, Place>();
    files.set(ref.file, known);
    const key = ref.path.join('\0');
    const ready = known.get(key) ?? place(ref);
    known.set(key, ready);
    return ready;
  };
};

/** The line of a span. A file is parted into lines once, however many places in it are asked for. */
const linesOf = (sources: LoadedWorkspace['sources']): ((span: Span) => string | undefined) => {
  const known = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    const lines = known.get(file) ?? sources.get(file)?.split(/\r?\n/) ?? [];
    known.set(file, lines);
    return lines[line - 1];
  };
};
