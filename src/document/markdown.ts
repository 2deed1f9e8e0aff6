import MarkdownIt, { type PluginSimple, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { isRightToLeft } from '../locale/direction.ts';

/** Markdown of notebooks: CommonMark with tables, HTML shown as typed, links to safe schemes only. */
const plain = new MarkdownIt({ html: false, linkify: false, typographer: false });
plain.validateLink = url => /^(https?:|mailto:|#)/i.test(url.trim());
plain.disable(['image']);
/** A block that is written from right to left begins at the right; the browser finds out by its first letter. */
plain.core.ruler.push('direction', ({ tokens }) => {
  tokens.forEach((token, index) => {
    const inline = tokens.slice(index + 1, index + 3).find(({ type }) => type === 'inline');
    if (token.nesting === 1 && inline !== undefined && isRightToLeft(inline.content))
      token.attrSet('dir', 'auto');
  });
});

/** One line of text, such as a caption or a cell: emphasis and links, no blocks. */
export const inlineMarkdown = (text: string): string => plain.renderInline(text);

// Private-use characters stand for the mustaches while Markdown is parsed, so that it never looks inside them.
const [open, close] = ['\ue000', '\ue001'];
const mustache = /\{\{\{?[\s\S]*?\}?\}\}/g;
const blockMustache = /^\{\{[#/^>!~]|^\{\{\s*else\b/;

const templated = new MarkdownIt({ html: false, linkify: false, typographer: false });
templated.validateLink = plain.validateLink;
templated.disable(['image', 'code']);
// The plugin is typed against another build of the library.
templated.use(footnotes as unknown as PluginSimple);
// Numbers are given when the document is made: a note may stand in a loop, or far from what it explains.
templated.disable(['footnote_tail', 'footnote_inline']);
templated.renderer.rules.footnote_ref = (tokens, index) => `{{footnote ${labelOf(tokens[index])}}}`;
templated.renderer.rules.footnote_reference_open = (tokens, index) =>
  `{{#footnoteText ${labelOf(tokens[index])}}}`;
templated.renderer.rules.footnote_reference_close = () => '{{/footnoteText}}';

/** As a string of Handlebars, in which nothing needs an escape. */
const labelOf = (token: Token | undefined): string =>
  `"${encodeURIComponent(String((token?.meta as { label?: string } | null)?.label ?? ''))}"`;

/** Notes that a text refers to and notes that it holds, by label, with the line of each, from 0. */
export const footnoteLabels = (
  text: string,
): { readonly used: ReadonlyMap<string, number>; readonly held: ReadonlyMap<string, number> } => {
  const used = new Map<string, number>();
  const held = new Map<string, number>();
  for (const [line, words] of text.split('\n').entries())
    for (const [, label = '', colon] of words.matchAll(/\[\^([^\s\]]+)\](:?)/g))
      (colon === ':' && words.trimStart().startsWith(`[^${label}]:`) ? held : used).set(label, line);
  return { used, held };
};

templated.block.ruler.before(
  'paragraph',
  'mustaches',
  (state, startLine, _endLine, silent) => {
    const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    const line = state.src.slice(from, state.eMarks[startLine]);
    if (!/^(\ue000b\d+\ue001\s*)+$/.test(line)) return false;
    if (silent) return true;
    state.line = startLine + 1;
    const token = state.push('html_block', '', 0);
    token.content = `${line}\n`;
    token.map = [startLine, startLine + 1];
    return true;
  },
  { alt: ['paragraph', 'list', 'blockquote'] },
);

/**
 * Markdown with Handlebars expressions in it → HTML with the same expressions. A line of block expressions alone makes no
 * paragraph.
 * @param prose rewrites what is not an expression
 * @param notes labels of the footnotes of the whole notebook: what refers to no other is text
 */
export const templateMarkdown = (
  text: string,
  prose: (text: string) => string = words => words,
  notes: Iterable<string> = [],
): string => {
  const held: string[] = [];
  const masked = text.replaceAll(/[\ue000\ue001]/g, '').replace(mustache, expression => {
    held.push(expression);
    return `${open}${blockMustache.test(expression) ? 'b' : 'i'}${held.length - 1}${close}`;
  });
  return templated
    .render(prose(masked), {
      footnotes: { refs: Object.fromEntries([...notes].map(label => [`:${label}`, -1])) },
    })
    .replace(/\ue000[bi](\d+)\ue001/g, (_, index) => held[Number(index)] ?? '');
};
