import { type Box, overlap } from '../../../src/charts/geometry.ts';
import { textWidth } from '../../../src/charts/text-width.ts';

interface TextBox {
  readonly text: string;
  readonly box: Box;
  meets(other: TextBox): boolean;
}

const size = 10;
const element = /<g([^>]*)>|<\/g>|<text([^>]*)>([^<]*)<\/text>/g;

/** Where the texts of a picture stand, from the places in its SVG; alignment and weight may be those of a group around them. */
export const textBoxes = (svg: string): TextBox[] => {
  const groups: string[] = [];
  const boxes: TextBox[] = [];
  for (const [tag, group, attributes, text = ''] of svg.matchAll(element)) {
    if (group !== undefined) groups.push(group);
    else if (attributes === undefined) groups.pop();
    else boxes.push(boxOf(text, [attributes, ...[...groups].reverse()]));
    if (tag.startsWith('<g') && tag.endsWith('/>')) groups.pop();
  }
  return boxes;
};

/** @param styles attributes of the text and of the groups around it, the innermost first */
const boxOf = (text: string, styles: readonly string[]): TextBox => {
  const value = (pattern: RegExp): string | undefined =>
    styles.flatMap(style => pattern.exec(style)?.[1] ?? [])[0];
  const [, x = '0', y = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(styles[0] ?? '') ?? [];
  const anchor = value(/text-anchor="(\w+)"/) ?? 'start';
  const width = textWidth(text, size, value(/font-weight="(\w+)"/) === '600' ? 600 : 400);
  const shift = anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0;
  const box = { x: Number(x) - width * shift, y: Number(y) - size, width, height: size };
  return { text, box, meets: other => overlap(box, other.box) > 0 };
};
