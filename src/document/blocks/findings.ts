import { sentenceOf, withFullStop } from '../../locale/sentence.ts';
import type { Finding } from '../../model/finding.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Block, Html } from '../model.ts';
import { referenceMark } from '../references.ts';
import { explained, showFinding } from '../shown.ts';
import { findingsNamed } from '../subject.ts';

type Findings = Extract<Block, { kind: 'findings' }>;

/** The first finding of each topic asked for, then those that matter most, one of each topic before a second of any. */
export const findingsBlock = (options: CellOptions<'findings'>, context: BlockContext): Findings => {
  const { locale } = context;
  const eligible = eligibleFindings(options, context).filter(({ code }) => !options.except.includes(code));
  const first = (options.topics ?? []).flatMap(
    topic =>
      eligible.find(
        finding => finding.topic === topic && !(options.pressing && finding.severity === 'good'),
      ) ?? [],
  );
  const others = spreadOverTopics(eligible, eligible.length).filter(finding => !first.includes(finding));
  const chosen = [...first, ...others].slice(0, options.limit);
  const items = chosen.flatMap(finding => {
    const said = sayFinding(finding, context);
    if (said === undefined) return [];
    context.collected.listed.push(finding);
    const { strong, text } = said;
    const label = options.references[finding.topic];
    return [
      {
        strong,
        ...(text === undefined || !options.details ? {} : { text }),
        ...(label === undefined ? {} : { reference: referenceTo(label) }),
      },
    ];
  });
  return {
    kind: 'findings',
    title: locale.t('interface.summary'),
    note: locale.say('interface.summaryNote', {
      count: items.length,
      referred: items.every(({ reference }) => reference !== undefined) ? 'yes' : 'no',
    }),
    items,
    behind: Object.entries(options.references)
      .filter(([topic]) => !chosen.some(finding => finding.topic === topic))
      .flatMap(([topic, label]) => {
        const finding = eligible.find(one => one.topic === topic);
        const said = finding && inWords(finding, context);
        return said === undefined ? [] : [{ ...said, reference: referenceTo(label) }];
      }),
  };
};

/** To figures that the cell names together. */
const referenceTo = (labels: string): Html => referenceMark(...labels.split(' '));

/** What was found on a topic or under a code, as a paragraph of its own; empty where nothing was. */
export const findingBlock = (name: string, context: BlockContext): Extract<Block, { kind: 'prose' }> => {
  const [found] = findingsNamed(name, context.analysis, context.at);
  const said = found && sayFinding(found, context);
  const html =
    said === undefined ? '' : `<p><b>${said.strong}</b>${said.text === undefined ? '' : ` ${said.text}`}</p>`;
  return { kind: 'prose', html, place: 'main' };
};

/** A finding in words, which can be asked for its figures; undefined where the locale has none for it. */
const sayFinding = (finding: Finding, context: BlockContext): InWords | undefined => {
  const said = inWords(finding, context);
  if (said !== undefined) showFinding(context, finding);
  return said;
};

type InWords = Pick<Findings['items'][number], 'strong' | 'text'>;

/** The same, where the page does not show it. */
const inWords = (finding: Finding, { analysis, locale, names }: BlockContext): InWords | undefined => {
  const sources = { locale, names, figures: analysis.figures };
  const message = sentenceOf(finding, 'message', sources);
  if (message === undefined) return undefined;
  const detail = sentenceOf(finding, 'detail', sources)?.trim() || undefined;
  const strong = escapeMarkup(withFullStop(message));
  return {
    strong: explained(strong, finding.figures),
    ...(detail === undefined ? {} : { text: escapeMarkup(detail) }),
  };
};

/**
 * Findings about the account or the key account manager at hand where the cell asks for them, without what heads their page
 * already; otherwise those about nobody.
 */
const eligibleFindings = (
  options: CellOptions<'findings'>,
  { analysis, at, collected: { headlines } }: BlockContext,
): readonly Finding[] => {
  const kind = options.account ? 'account' : options.kam ? 'kam' : undefined;
  return kind === undefined
    ? analysis.findings.filter(({ account, kam }) => account === undefined && kam === undefined)
    : analysis
        .findingsAbout(kind)
        .filter(finding => finding[kind] === at[kind] && !headlines.has(finding.id));
};

const spreadOverTopics = (findings: readonly Finding[], limit: number): Finding[] => {
  const seen = new Map<string, number>();
  return findings
    .map((finding, index) => {
      const turn = seen.get(finding.topic) ?? 0;
      seen.set(finding.topic, turn + 1);
      return { finding, turn, index };
    })
    .sort((a, b) => a.turn - b.turn || a.index - b.index)
    .slice(0, limit)
    .map(({ finding }) => finding);
};
