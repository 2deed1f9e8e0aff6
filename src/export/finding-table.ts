import { leftToAsk } from '../analysis/advice/left-to-ask.ts';
import type { Analysis } from '../analysis/analyze.ts';
import { type SentencePart, sentenceOf } from '../locale/sentence.ts';
import { ownColumns } from './figure-table.ts';
import type { ExportTable } from './table.ts';
import type { Reader } from './values.ts';

/** What the data say, as sentences, the gravest first. */
export const findingTable = (analysis: Analysis, reader: Reader): ExportTable => {
  const { locale, names } = reader;
  const sources = { locale, names, figures: analysis.figures };
  return {
    id: 'findings',
    title: locale.t('export.findings.title'),
    columns: ownColumns(
      'findings',
      [
        ['id', 'text'],
        ['severity', 'text'],
        ['topic', 'text'],
        ['account', 'text'],
        ['manager', 'text'],
        ['message', 'text'],
        ['detail', 'text'],
        ['decision', 'text'],
        ['figures', 'text'],
      ],
      reader,
    ),
    rows: analysis.findings.map(finding => {
      const left = leftToAsk(finding, analysis.settle(finding));
      const sentence = (part: SentencePart): string | null => sentenceOf(finding, part, sources) ?? null;
      return [
        finding.id,
        locale.t(`export.severity.${finding.severity}`),
        finding.topic,
        finding.account === undefined ? null : names.account(finding.account),
        finding.kam === undefined ? null : names.person(finding.kam),
        sentence('message'),
        sentence('detail'),
        (left && sentenceOf(left, 'decision', sources)?.trim()) || null,
        finding.figures.join(' '),
      ];
    }),
  };
};
