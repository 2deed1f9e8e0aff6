import { type Analysis, analyze } from '../analysis/analyze.ts';
import { genericId } from '../analysis/generic-id.ts';
import type { Place } from '../explain/explanation.ts';
import type { Audience } from '../model/audience.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../model/diagnostic.ts';
import { hex } from '../model/hash.ts';
import type { PeriodId } from '../model/period.ts';
import { at, type SourceRef } from '../model/source.ts';
import type { Workspace } from '../model/workspace.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import { checkAudiences } from './check.ts';
import type { KeyedDigest } from './codes.ts';
import { notKept } from './diagnostics.ts';
import { hiddenKeys } from './fields.ts';
import { keptFigures } from './kept.ts';
import { leakIn } from './leaks.ts';
import { codeBookOf } from './names.ts';
import { codedNotebook } from './notebook-text.ts';
import { accountIn, codedPlaces, hidesPlace, originalRefs } from './places.ts';
import { proseWarnings } from './prose.ts';
import { withheldAnalysis } from './withheld.ts';
import { codedFile, codedWorkspace, hiddenWorkspace } from './workspace.ts';

/** All that what comes after the data may know: nothing beyond this holds a hidden value or name. */
export interface RedactedEdition {
  readonly audience: string;
  readonly workspace: Workspace;
  readonly locate: (ref: SourceRef) => Place;
  readonly analyze: (period: PeriodId) => Analysis;
  /** A notebook of the workspace by codes. */
  readonly codedNotebook: (text: string) => string;
  /** Files and their hashes, by codes and under the key: the hash of a file that can be guessed would confirm the guess. */
  readonly inputsTold: (inputs: ReadonlyMap<string, string>) => Promise<ReadonlyMap<string, string>>;
  /** The code of a hidden name that stands in a finished page; undefined where none does. */
  readonly leakIn: (page: string) => string | undefined;
}

/**
 * The workspace as one audience gets to see it. Here and nowhere else names become codes and fields go: before analysis and
 * composition, so that neither has anything to forget.
 *
 * @returns nothing where the audiences have errors; warnings name what can't be promised
 * @throws Error where there is no such audience
 */
export const redact = (
  loaded: LoadedWorkspace & { readonly value: Workspace },
  name: string,
  digest: KeyedDigest,
): Outcome<RedactedEdition> => {
  const { value: whole } = loaded;
  const profile = whole.audiences?.audiences[name];
  if (profile === undefined) throw new Error(`There is no audience ${name}`);
  const wrong = checkAudiences(whole, loaded.locate);
  if (hasErrors(wrong)) return { diagnostics: wrong };
  const book = codeBookOf(whole, profile, digest);
  const keys = hiddenKeys(profile.hide);
  const coded = titled(codedWorkspace(whole, book, profile.prose), name, profile);
  const workspace = keys.length === 0 ? coded : hiddenWorkspace(coded, keys);
  const locate = codedPlaces(loaded, book, keys);
  const originalOf = originalRefs(book);
  const hides = hidesPlace(keys);
  const keptIn = (full: Analysis) =>
    keptFigures(full, {
      ids: profile.keep,
      accountOf: ref => (hides(ref) ? accountIn(ref.file) || undefined : undefined),
      amountAt: ref => amountAt(coded, ref),
      minimum: whole.settings.thresholds.minimumGroup,
    });
  const analyzed = (period: PeriodId): Analysis => {
    const seen = analyze(workspace, period);
    if (keys.length === 0) return seen;
    const full = analyze(coded, period);
    return withheldAnalysis(seen, full, keptIn(full).kept);
  };
  const refused = profile.keep.length === 0 ? [] : keptIn(analyze(coded, whole.settings.period)).refused;
  const keepRef = at({ file: whole.audiences?.source.file ?? '', path: [] }, 'audiences', name, 'keep');
  const warnings: readonly Diagnostic[] = [
    ...proseWarnings(workspace, book.terms, ref => loaded.locate(originalOf(ref))),
    ...refused.map(({ id, reason }) =>
      notKept(loaded.locate(at(keepRef, profile.keep.indexOf(id))), genericId(id), reason),
    ),
  ];
  return {
    value: {
      audience: name,
      workspace,
      locate,
      analyze: analyzed,
      codedNotebook: codedNotebook(book),
      inputsTold: async inputs =>
        new Map(
          [...inputs].map(([file, hash]) => [
            book.mask(codedFile(file, book)),
            hex(digest(profile.key, `input\n${hash}`)),
          ]),
        ),
      leakIn: leakIn(book.terms),
    },
    diagnostics: [...wrong, ...warnings],
  };
};

const titled = (workspace: Workspace, name: string, profile: Audience): Workspace => ({
  ...workspace,
  settings: {
    ...workspace.settings,
    document: { ...workspace.settings.document, audience: profile.title },
  },
  redacted: {
    audience: name,
    title: profile.title,
    names: profile.names,
    hidden: [...profile.hide, ...(profile.prose === 'hide' ? ['prose'] : [])],
    kept: profile.keep,
  },
});

const amountAt = ({ accounts }: Workspace, { file, path }: SourceRef): number | undefined => {
  const account: unknown = accounts.find(({ source }) => source.file === file);
  const value = path.reduce<unknown>(
    (held, step) =>
      typeof held === 'object' && held !== null
        ? (held as Record<string | number, unknown>)[step]
        : undefined,
    account,
  );
  return typeof value === 'number' ? value : undefined;
};
