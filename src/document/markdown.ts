import MarkdownIt from 'markdown-it';

/** Markdown of notebooks and of texts in YAML: CommonMark with tables, HTML shown as typed, links to safe schemes only. */
const plain = new MarkdownIt({ html: false, linkify: false, typographer: false });
plain.validateLink = url => /^(https?:|mailto:|#)/i.test(url.trim());
plain.disable(['image']);

/** One line of text, such as a caption or a cell: emphasis and links, no blocks. */
export const inlineMarkdown = (text: string): string => plain.renderInline(text);
/** Paragraphs, lists and tables. */
export const blockMarkdown = (text: string): string => plain.render(text);

// Private-use characters stand for the mustaches while Markdown is parsed, so that it never looks inside them.
const [open, close] = ['\ue000', '\ue001'];
const mustache = /\{\{\{?[\s\S]*?\}?\}\}/g;
const blockMustache = /^\{\{[#/^>!~]|^\{\{\s*else\b/;

const templated = new MarkdownIt({ html: false, linkify: false, typographer: false });
templated.validateLink = plain.validateLink;
templated.disable(['image', 'code']);
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
 */
export const templateMarkdown = (text: string, prose: (text: string) => string = words => words): string => {
  const held: string[] = [];
  const masked = text.replaceAll(/[\ue000\ue001]/g, '').replace(mustache, expression => {
    held.push(expression);
    return `${open}${blockMustache.test(expression) ? 'b' : 'i'}${held.length - 1}${close}`;
  });
  return templated
    .render(prose(masked))
    .replace(/\ue000[bi](\d+)\ue001/g, (_, index) => held[Number(index)] ?? '');
};
