import type { Analysis } from '../../../src/analysis/analyze.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { sentenceOf } from '../../../src/locale/sentence.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';

const files = createFiles(packageRoot);
const locales = await Promise.all(
  ['es-ES', 'en-GB'].map(async tag => {
    const { value } = await loadMessages(files, tag.slice(0, 2));
    if (value === undefined) throw new Error(`no texts for ${tag}`);
    return createLocale(tag, value);
  }),
);

interface Said {
  readonly finding: Finding;
  /** One in each language: what a headline says. */
  readonly messages: readonly string[];
  /** Details and decisions, empty where they have nothing to add. */
  readonly others: readonly string[];
  /** What each recommends, one in each language; empty where it asks for nothing. */
  readonly decisions: readonly string[];
}

/** Every finding of an analysis with its sentences, in every language. */
export const saidOf = ({ findings, figures }: Analysis, workspace: Workspace): readonly Said[] => {
  const names = createNames(workspace);
  return findings.map(finding => {
    const say = (part: 'message' | 'detail' | 'decision') =>
      locales.map(locale => sentenceOf(finding, part, { locale, names, figures }) ?? '');
    const decisions = say('decision');
    return { finding, messages: say('message'), others: [...say('detail'), ...decisions], decisions };
  });
};

const nonsense = /undefined|NaN|∞|Infinity|\[object|[{}]|(?<![\p{L}\d])[-−]0(?:[.,]0+)?(?![\d.,]*\d)/u;

/** Sentences that no page can show, with their findings: a message without words, or a number that is none. */
export const unsayable = (analysis: Analysis, workspace: Workspace): readonly (readonly [string, string])[] =>
  saidOf(analysis, workspace).flatMap(({ finding: { id }, messages, others }) =>
    [
      ...messages.filter(message => message.trim() === ''),
      ...[...messages, ...others].filter(
        sentence => isNonsense(sentence) && isNonsense(withoutTyped(sentence, workspace)),
      ),
    ].map(sentence => [id, sentence] as const),
  );

const isNonsense = (sentence: string): boolean => nonsense.test(sentence);

/** A sentence without what stands in the data as it is: a customer may be called "{x}". */
const withoutTyped = (sentence: string, workspace: Workspace): string =>
  textsIn(workspace)
    .filter(isNonsense)
    .sort((a, b) => b.length - a.length)
    .reduce((left, text) => left.replaceAll(text, ''), sentence);

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
