import type { Block, DocumentModel, Table } from '../../document/model.ts';
import type { Locale } from '../../locale/locale.ts';
import { flatBlocks, lineOf, withoutGraphics } from '../documents.ts';

/** Characters a line: what mail programs quote without breaking it (RFC 3676). */
const width = 72;

/** A document as plain text. */
export const emailText = (document: DocumentModel, locale: Locale, note?: string): string => {
  const { title, subject, running, sections } = document;
  const head = subject === undefined ? title : `${title}: ${subject}`;
  const lines = [
    ...filled(`${running.company}, ${running.period}`),
    ...filled(head.toLocaleUpperCase(locale.tag)),
    ...filled(`${running.status}. ${running.classification}.`),
    ...sections.flatMap(({ headline, blocks }) => [
      '',
      '='.repeat(width),
      ...filled(lineOf(headline)),
      '='.repeat(width),
      ...flatBlocks(blocks).flatMap(block => {
        const own = blockLines(block);
        return own.length === 0 ? [] : ['', ...own];
      }),
    ]),
    ...(note === undefined ? [] : ['', ...filled(note)]),
  ];
  return `${lines.join('\n').replaceAll('\u00ad', '')}\n`;
};

const blockLines = (block: Exclude<Block, { kind: 'row' }>): readonly string[] => {
  switch (block.kind) {
    case 'strip':
      return block.items.flatMap(({ label, value, unit, note }) =>
        filled(
          `${label}: ${value}${unit === undefined ? '' : `\u00a0${unit}`}${note === undefined ? '' : ` (${note})`}`,
        ),
      );
    case 'decisions':
      return block.items.flatMap(({ label, title, reason, facts }) => [
        ...filled(`${label}. ${lineOf(title)}`),
        ...filled(lineOf(reason), '    '),
        ...filled(facts.map(fact => `${fact.label}: ${fact.value}`).join('; '), '    '),
      ]);
    case 'findings':
      return block.items.flatMap(({ strong, text }) =>
        filled(`- ${lineOf(strong)}${text === undefined ? '' : ` ${lineOf(text)}`}`, '', '  '),
      );
    case 'asks':
      return block.groups.flatMap(({ title, items }) => [
        `${title}:`,
        ...items.flatMap(item => filled(`- ${lineOf(item)}`, '', '  ')),
      ]);
    case 'facts':
      return block.rows.flatMap(({ label, value }) => filled(`${label}: ${value}`, '', '  '));
    case 'prose':
      return block.place === 'margin' ? [] : filled(lineOf(block.html));
    case 'figure':
      return block.drawing === undefined ? [] : filled(block.drawing.alternative);
    case 'table':
      return block.table === undefined
        ? []
        : [...filled(lineOf(block.caption)), ...tableLines(withoutGraphics(block.table))];
    default:
      return [];
  }
};

/** A row is a paragraph: columns of text do not survive proportional type. */
const tableLines = ({ columns, rows }: Table): readonly string[] =>
  rows
    .filter(({ kind }) => kind !== 'group')
    .flatMap(({ cells }) => {
      const [head, ...rest] = cells.map(({ text }, column) => ({
        text,
        title: columns[column]?.title ?? '',
      }));
      const told = rest.filter(({ text }) => text !== '' && text !== '–');
      return filled(
        `- ${head?.text ?? ''}${told.length === 0 ? '' : `: ${told.map(({ title, text }) => `${title} ${text}`).join('; ')}`}`,
        '',
        '  ',
      );
    });

/** Words in lines; spaces that must not break do not. */
const filled = (text: string, first = '', rest = first): readonly string[] => {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/[ \n]+/).filter(one => one !== '')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return isEmpty ? lines : [...lines, line];
};
