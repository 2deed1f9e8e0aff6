import { inflateSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packRows } from '../../../src/render/pack-rows.ts';

const row = (index: number): string =>
  `<tr><th scope="row">Cliente ${index}\nS.L.<td class="number">${index}`;

const pageWith = (count: number, className = 'behind screen-only'): string =>
  `<details class="${className}"><summary>Datos</summary><div class="table-box"><table class="data">\n<thead><tr><th>Cliente</thead>\n<tbody>\n${Array.from({ length: count }, (_, index) => row(index)).join('\n')}\n</tbody></table></div></details><p>Texto</p>`;

const packedRows = (html: string): string => {
  const [, text = ''] = /<script type="text\/plain" class="rest">([^<]*)<\/script>/.exec(html) ?? [];
  return strFromU8(inflateSync(Uint8Array.from(atob(text), character => character.charCodeAt(0))));
};

describe('rows of the data behind a chart', () => {
  it('come out of the page as they went in, the later ones packed', () => {
    const whole = pageWith(400);
    const packed = packRows(whole, count => `${count} más`);
    expect(packed.length).toBeLessThan(whole.length / 3);
    expect(packed).toContain('<p class="rest">350 más</p>');
    expect(packed).toContain(`${row(49)}\n</tbody>`);
    expect(packed).not.toContain(row(50));
    expect(packedRows(packed)).toBe(
      `${Array.from({ length: 350 }, (_, index) => row(index + 50)).join('\n')}\n`,
    );
    expect(packed.endsWith('</details><p>Texto</p>')).toBe(true);
  });

  it('stay as they are where they are few', () => {
    expect(packRows(pageWith(79), String)).toBe(pageWith(79));
    expect(packRows(pageWith(1), String)).toBe(pageWith(1));
  });

  it('stay as they are in other tables', () => {
    const other = pageWith(400, 'folded');
    expect(packRows(other, String)).toBe(other);
  });

  it('are packed table by table', () => {
    const two = packRows(pageWith(400) + pageWith(10) + pageWith(200), count => `${count} más`);
    expect(two.match(/class="rest">\d+ más/g)).toEqual(['class="rest">350 más', 'class="rest">150 más']);
  });
});
