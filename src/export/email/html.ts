import type { Palette } from '../../brand/palette.ts';
import { escapeMarkup } from '../../document/escape.ts';
import type { Block, DocumentModel, Html, Table } from '../../document/model.ts';
import type { Locale } from '../../locale/locale.ts';
import { flatBlocks, lineOf, withoutGraphics } from '../documents.ts';
import { type EmailStyles, emailStyles } from './styles.ts';

/**
 * A document as mail programs show it: tables for layout, every style in its element, no picture, no script, nothing that
 * is fetched. Well under the 102 kB at which Gmail cuts a message off.
 */
export const emailHtml = (document: DocumentModel, locale: Locale, note?: string): Html => {
  const { title, subject, running, sections, brand } = document;
  const styles = emailStyles(brand.palettes.light, brand.family);
  const head = subject === undefined ? title : `${title}: ${subject}`;
  const preview = lineOf(sections[0]?.headline ?? '');
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeMarkup(locale.tag)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light"><meta name="supported-color-schemes" content="light">',
    `<title>${escapeMarkup(`${head}, ${running.period}`)}</title></head>`,
    `<body style="${styles.body}">`,
    `<div style="${styles.preview}">${escapeMarkup(preview)}</div>`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f5f7"><tr><td align="center" style="${styles.around}">`,
    `<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.sheet}">`,
    row(
      `<p style="${styles.small}">${escapeMarkup(`${running.company} · ${running.period}`)}</p>` +
        `<h1 style="${styles.h1}">${escapeMarkup(head)}</h1>` +
        `<p style="${styles.small}">${escapeMarkup(`${running.status} · ${running.classification}`)}</p>`,
      styles.head,
    ),
    ...sections.flatMap(({ headline, title: parts, blocks }) => [
      row(
        `<h2 style="${styles.h2}">${escapeMarkup(lineOf(headline))}</h2>` +
          `<p style="${styles.small}">${parts.map(part => escapeMarkup(lineOf(part))).join(' · ')}</p>`,
        styles.section,
      ),
      ...flatBlocks(blocks).flatMap(block => {
        const html = blockHtml(block, styles, brand.palettes.light);
        return html === '' ? [] : [row(html, styles.cell)];
      }),
    ]),
    row(
      `${note === undefined ? '' : `<p style="${styles.small}">${escapeMarkup(note)}</p>`}<p style="${styles.small}">${escapeMarkup(`${running.company} · ${running.classification}`)}</p>`,
      styles.foot,
    ),
    '</table><!--[if mso]></td></tr></table><![endif]--></td></tr></table></body></html>',
  ].join('\n');
};

const row = (html: Html, style: string): Html => `<tr><td style="${style}">${html}</td></tr>`;

const blockHtml = (block: Exclude<Block, { kind: 'row' }>, styles: EmailStyles, palette: Palette): Html => {
  switch (block.kind) {
    case 'strip':
      return stripHtml(block.items, styles);
    case 'decisions':
      return block.items.map(item => decisionHtml(item, styles)).join('');
    case 'findings':
      return `<h3 style="${styles.h3}">${escapeMarkup(block.title)}</h3>${list(
        block.items.map(
          ({ strong, text }) =>
            `<strong>${escapeMarkup(lineOf(strong))}</strong>${text === undefined ? '' : ` ${escapeMarkup(lineOf(text))}`}`,
        ),
        'ol',
        styles,
      )}`;
    case 'asks':
      return block.groups
        .map(
          ({ title, items }) =>
            `<h3 style="${styles.h3}">${escapeMarkup(title)}</h3>${list(
              items.map(item => escapeMarkup(lineOf(item))),
              'ul',
              styles,
            )}`,
        )
        .join('');
    case 'facts':
      return block.rows
        .map(({ label, value }) =>
          paragraph(`<strong>${escapeMarkup(label)}:</strong> ${escapeMarkup(value)}`, styles),
        )
        .join('');
    case 'prose':
      return block.place === 'margin' ? '' : paragraph(escapeMarkup(lineOf(block.html)), styles);
    case 'figure':
      return block.drawing === undefined ? '' : paragraph(escapeMarkup(block.drawing.alternative), styles);
    case 'table':
      return block.table === undefined
        ? ''
        : `<h3 style="${styles.h3}">${escapeMarkup(lineOf(block.caption))}</h3>${tableHtml(withoutGraphics(block.table), styles, palette)}`;
    default:
      return '';
  }
};

const paragraph = (html: Html, styles: EmailStyles): Html => `<p style="${styles.text}">${html}</p>`;

const list = (items: readonly Html[], tag: 'ol' | 'ul', styles: EmailStyles): Html =>
  `<${tag} style="${styles.list}">${items.map(item => `<li style="${styles.item}">${item}</li>`).join('')}</${tag}>`;

type Strip = Extract<Block, { kind: 'strip' }>['items'];
const perLine = 3;

/** Figures side by side, three in a line: what a phone has room for. */
const stripHtml = (items: Strip, styles: EmailStyles): Html => {
  const lines: Html[] = [];
  for (let from = 0; from < items.length; from += perLine)
    lines.push(
      `<tr>${items
        .slice(from, from + perLine)
        .map(
          ({ label, value, unit, note }) =>
            `<td width="33%" valign="top" style="${styles.figure}"><span style="${styles.label}">${escapeMarkup(label)}</span><br>` +
            `<span style="${styles.value}">${escapeMarkup(value)}${unit === undefined ? '' : `&nbsp;<span style="${styles.unit}">${escapeMarkup(unit)}</span>`}</span>` +
            `${note === undefined ? '' : `<br><span style="${styles.label}">${escapeMarkup(note)}</span>`}</td>`,
        )
        .join('')}</tr>`,
    );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${lines.join('')}</table>`;
};

type Decision = Extract<Block, { kind: 'decisions' }>['items'][number];

const decisionHtml = ({ label, title, reason, facts }: Decision, styles: EmailStyles): Html =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.decision}"><tr>` +
  `<td width="40" valign="top" style="${styles.mark}">${escapeMarkup(label)}</td>` +
  `<td valign="top"><p style="${styles.strong}">${escapeMarkup(lineOf(title))}</p>${paragraph(escapeMarkup(lineOf(reason)), styles)}` +
  `<p style="${styles.small}">${facts.map(fact => escapeMarkup(`${fact.label}: ${fact.value}`)).join(' · ')}</p></td></tr></table>`;

/** A phone is narrow: what holds a date or an amount together on a page may break in a cell. */
const breakable = (text: string): string => (text.length > 8 ? text.replaceAll('\u00a0', ' ') : text);

const tableHtml = (
  { columns, rows }: Table,
  styles: EmailStyles,
  { ink, goodText, badText }: Palette,
): Html => {
  const tones: Readonly<Record<string, string>> = { good: goodText, bad: badText };
  const heads = columns
    .map(
      ({ title, align }) =>
        `<th scope="col" align="${align}" style="${styles.th}">${escapeMarkup(title)}</th>`,
    )
    .join('');
  const lines = rows.map(({ cells, strong, kind }) => {
    const isBold = strong || kind !== 'data';
    const tds = cells.map(({ text, detail, tone, head }, column) => {
      const tag = head ? 'th scope="row"' : 'td';
      const weight = isBold || tone === 'strong' ? 'bold' : 'normal';
      const style = `${styles.td};font-weight:${weight};color:${tones[tone ?? ''] ?? ink}`;
      const below =
        detail === undefined ? '' : `<br><span style="${styles.label}">${escapeMarkup(detail)}</span>`;
      return `<${tag} align="${columns[column]?.align ?? 'left'}" valign="top" style="${style}">${escapeMarkup(breakable(text))}${below}</${tag.slice(0, 2)}>`;
    });
    return `<tr>${tds.join('')}</tr>`;
  });
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.table}"><tr>${heads}</tr>${lines.join('')}</table>`;
};
