import { deflateSync, strToU8 } from 'fflate';
import { base64 } from './pack.ts';

/** Rows of a table behind a chart that stand in the page as they are: what one reads through. */
const readable = 50;
/** Fewer are not worth packing. */
const leastPacked = 30;

const behind = /(<details class="behind[^>]*>.*?<tbody>\n)(.*?)\n<\/tbody><\/table><\/div>/gs;

/**
 * Packs the later rows of long tables behind charts, which weigh half of the page of four hundred accounts and deflate to
 * a tenth: a script of the page puts them back before anything else reads the table. Who goes without scripts has the chart
 * with its text alternative, the first rows, and is told how many more there are.
 *
 * @param more what is said of so many rows
 */
export const packRows = (html: string, more: (count: number) => string): string =>
  html.replaceAll(behind, (whole, before: string, body: string) => {
    // No text of the data holds a bare `<`.
    const rows = body.split(/\n(?=<tr)/);
    const rest = rows.slice(readable);
    if (rest.length < leastPacked) return whole;
    const packed = base64(deflateSync(strToU8(`${rest.join('\n')}\n`), { level: 9 }));
    return `${before}${rows.slice(0, readable).join('\n')}\n</tbody></table></div><p class="rest">${more(rest.length)}</p><script type="text/plain" class="rest">${packed}</script>`;
  });
