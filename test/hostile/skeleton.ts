/**
 * Every sign of ASCII as its full-width twin, which means nothing to HTML, Markdown, YAML, CSS or any other language: the
 * harmless text of the same shape, which sorts the same way. What ends a sentence stays, since sentences are closed once.
 */
export const harmless = (text: string): string => text.replace(/[!-~]/g, fullWidth);

/** The same with letters, digits and their percent sign as they are, for texts whose words and figures are counted. */
export const harmlessInWords = (text: string): string => text.replace(/[!-$&-/:-@[-`{-~]/g, fullWidth);

const fullWidth = (sign: string): string =>
  /[.,!?]/.test(sign) ? sign : String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0);

/** A page as its reader has it in hand. */
export interface Skeleton {
  /** One line for each element and each text, with its depth. */
  readonly lines: readonly string[];
  /** Kinds of elements in drawings, with the names of their attributes, and in cards. */
  readonly drawn: readonly string[];
  /** What is written in drawings; labels make room for each other by their width, so not all of it need be there. */
  readonly labels: readonly string[];
}

/**
 * Runs in the browser and gives a `Skeleton`. What scripts of ours add is part of it, and so are some of the cards that
 * open at a click.
 */
export const skeletonScript = String.raw`(async () => {
  const lines = [];
  const drawn = new Set();
  const labels = new Set();
  const tidy = text => text.replace(/\s+/g, ' ').trim();
  const drawing = svg => {
    for (const part of svg.querySelectorAll('*')) {
      drawn.add(part.nodeName + ' ' + [...part.attributes].map(({ name }) => name).sort().join(' '));
      for (const child of part.childNodes)
        if (child.nodeType === Node.TEXT_NODE && child.data.trim() !== '') labels.add(tidy(child.data));
    }
  };
  const visit = (node, depth) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = tidy(node.data);
      if (text !== '') lines.push(depth + ' ' + text);
      return;
    }
    if (node.nodeType === Node.COMMENT_NODE) return void lines.push(depth + ' <!-- ' + node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.nodeName === 'svg') {
      drawing(node);
      return void lines.push(depth + ' <svg class=' + node.getAttribute('class'));
    }
    // Columns get their widths from the widths of the texts; cards are packed, and read below.
    if (node.nodeName === 'COLGROUP') return;
    if (node.id === 'cards' || node.nodeName === 'STYLE') return void lines.push(depth + ' <' + node.nodeName);
    const attributes = [...node.attributes].map(({ name, value }) => name + '=' + tidy(value));
    lines.push(depth + ' <' + node.nodeName + ' ' + attributes.sort().join(' '));
    for (const child of node.childNodes) visit(child, depth + 1);
  };
  const moment = () => new Promise(resolve => setTimeout(resolve, 5));
  // Scripts of ours put the rows of long tables back and make buttons then; on a busy machine that goes on after the page is loaded.
  await globalThis.rowsInPlace;
  await moment();
  visit(document.documentElement, 0);
  const dialog = document.querySelector('dialog.card');
  const buttons = [...document.querySelectorAll('[data-figure][role=button]')];
  const step = Math.max(1, Math.floor(buttons.length / 25));
  for (let index = 0; dialog && index < buttons.length; index += step) {
    buttons[index].click();
    for (let wait = 0; !dialog.open && wait < 400; wait += 1) await moment();
    for (const part of dialog.querySelectorAll('*')) drawn.add('card ' + part.nodeName);
    dialog.close();
  }
  return { lines, drawn: [...drawn].sort(), labels: [...labels] };
})()`;

/**
 * What one page has and the other has not, once both are harmless: elements and texts at a depth, whatever their order and that of
 * their words, since lists are ordered by their texts, those within a sentence, too.
 */
export const differences = (hostile: Skeleton, twin: Skeleton): readonly string[] => {
  const missing = new Map<string, number>();
  for (const line of twin.lines.map(shapeOf)) missing.set(line, (missing.get(line) ?? 0) + 1);
  const added: string[] = [];
  for (const line of hostile.lines) {
    const left = missing.get(shapeOf(line)) ?? 0;
    if (left === 0) added.push(`+ ${line}`);
    else missing.set(shapeOf(line), left - 1);
  }
  const lost = [...missing].filter(([, count]) => count > 0).map(([line]) => `- ${line}`);
  return [...added.slice(0, 3), ...lost.slice(0, 3)];
};

/**
 * Figures are numbered in the order in which they come; the section in sight is marked in the contents; what is written from
 * right to left is isolated from its line; on which lines of a file something stands follows from how YAML writes the texts before it.
 */
const shapeOf = (line: string): string =>
  harmless(
    line
      .replace(/data-figure=[\d ]+/, 'data-figure=')
      .replace('<A aria-current=location ', '<A ')
      .replace(/^(\d+) \d+(–\d+)?(, \d+(–\d+)?)+(?=$| \()/, '$1 lines')
      .replace(/[\u2066-\u2069]/g, ''),
  )
    .split(/[ ,.]+/)
    .sort()
    .join(' ');
