/** An element of an SVG, or the text in one. */
export type SvgNode = SvgElement | string;

export interface SvgElement {
  readonly name: string;
  /** Values as they are written, escaped. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgNode[];
}

const token = /<\/[^>]+>|<[^>]+>|[^<]+/g;
const attribute = /\s([\w:-]+)="([^"]*)"/g;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: SvgNode[];
}

/** Reads what Vega writes: every attribute double-quoted and escaped, every element closed. */
export const parseSvg = (markup: string): readonly SvgNode[] => {
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  const innermost = (): Open => open.at(-1) ?? root;
  for (const [part] of markup.matchAll(token)) {
    if (part.startsWith('</')) open.pop();
    else if (part.startsWith('<')) {
      const element: Open = {
        name: /^<([\w:-]+)/.exec(part)?.[1] ?? '',
        attributes: new Map([...part.matchAll(attribute)].map(([, name = '', value = '']) => [name, value])),
        children: [],
      };
      innermost().children.push(element);
      if (!part.endsWith('/>')) open.push(element);
    } else innermost().children.push(part);
  }
  return root.children;
};

export const svgText = (nodes: readonly SvgNode[]): string => nodes.map(nodeText).join('');

const nodeText = (node: SvgNode): string => {
  if (typeof node === 'string') return node;
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  const inside = svgText(node.children);
  return inside === '' && node.name !== 'g'
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${inside}</${node.name}>`;
};
