import { labelSize } from '../charts/theme.ts';
import { parseSvg, type SvgElement, type SvgNode, svgText } from './svg-tree.ts';

/** What an element has from those around it, and so can be said once for many. */
const inherited: ReadonlySet<string> = new Set([
  'fill',
  'font-size',
  'font-weight',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-width',
  'text-anchor',
]);

/** What the root of a chart says for all of it. */
export const rootDefaults: ReadonlyMap<string, string> = new Map([
  ['font-size', `${labelSize}px`],
  ['font-weight', '400'],
]);

/** What has no effect, whatever is around it. */
const idle: ReadonlyMap<string, string> = new Map([
  ['opacity', '1'],
  ['transform', 'translate(0,0)'],
]);

/**
 * The same picture in fewer bytes, and with fewer shapes to print: what the marks of a group share is said on the group, lines
 * of one stroke are one path, and what shows nothing goes.
 */
export const tighten = (inside: string): string => svgText(parseSvg(inside).flatMap(node => tightNode(node)));

const tightNode = (node: SvgNode): readonly SvgNode[] => {
  if (typeof node === 'string') return [node];
  const attributes = new Map([...node.attributes].filter(([name, value]) => idle.get(name) !== value));
  if (node.name !== 'g') return isInvisible(node) ? [] : [{ ...node, attributes }];
  const children = node.children.flatMap(tightNode);
  if (children.length === 0) return [];
  const group = withShared({ ...node, attributes, children });
  return group.attributes.size === 0 ? group.children : [group];
};

/** The ground of a plot without colour: groups fill nothing unless they say so. */
const isInvisible = ({ name, attributes }: SvgElement): boolean =>
  name === 'path' && attributes.size === 1 && attributes.has('d');

const withShared = (group: SvgElement): SvgElement => {
  const marks = group.children.filter(child => typeof child !== 'string');
  const [first] = marks;
  // What is within other groups was shared there.
  if (first === undefined || marks.length < group.children.length || marks.some(({ name }) => name === 'g'))
    return group;
  const shared = [...first.attributes].filter(
    ([name, value]) => inherited.has(name) && marks.every(mark => mark.attributes.get(name) === value),
  );
  const names = new Set(shared.map(([name]) => name));
  const bare = marks.map(mark => ({
    ...mark,
    attributes: new Map([...mark.attributes].filter(([name]) => !names.has(name))),
  }));
  return {
    ...group,
    attributes: new Map([
      ...group.attributes,
      ...shared.filter(([name, value]) => rootDefaults.get(name) !== value),
    ]),
    children: asOnePath(bare) ?? bare,
  };
};

const moved = /^translate\(([-\d.e]+),([-\d.e]+)\)$/;

/** Lines that differ in their ends only, as one path. */
const asOnePath = (marks: readonly SvgElement[]): readonly SvgElement[] | undefined => {
  if (marks.length < 2) return undefined;
  const parts = marks.map(linePath);
  if (parts.includes(undefined)) return undefined;
  return [{ name: 'path', attributes: new Map([['d', parts.join('')]]), children: [] }];
};

const linePath = ({ name, attributes }: SvgElement): string | undefined => {
  const ends = new Set(['transform', 'x2', 'y2']);
  if (name !== 'line' || [...attributes.keys()].some(key => !ends.has(key))) return undefined;
  const transform = attributes.get('transform');
  const [, x = '0', y = '0'] = moved.exec(transform ?? '') ?? [];
  if (transform !== undefined && !moved.test(transform)) return undefined;
  return `M${x},${y}l${attributes.get('x2') ?? '0'},${attributes.get('y2') ?? '0'}`;
};
