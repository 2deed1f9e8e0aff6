import { describe, expect, it } from 'vitest';
import { inlineMarkdown, templateMarkdown } from '../../../src/document/markdown.ts';

describe('short texts of a notebook', () => {
  it('show HTML as typed', () => {
    expect(inlineMarkdown('a <script>alert(1)</script> & b')).toBe(
      'a &lt;script&gt;alert(1)&lt;/script&gt; &amp; b',
    );
    expect(templateMarkdown('<img src=x onerror=alert(1)>')).not.toContain('<img');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'JaVaScRiPt:alert(1)'])(
    'make no link to %s',
    url => {
      expect(inlineMarkdown(`[here](${url})`)).not.toContain('href');
    },
  );

  it('link to the web, to mail and inside the document', () => {
    expect(
      inlineMarkdown('[a](https://example.org) [b](mailto:a@example.org) [c](#fig-1)').match(/href/g),
    ).toHaveLength(3);
  });
});

describe('templateMarkdown', () => {
  it('leaves expressions as they stand', () => {
    expect(templateMarkdown('**Total** {{figure "a_b_c"}} and {{figure "d_e"}}')).toBe(
      '<p><strong>Total</strong> {{figure "a_b_c"}} and {{figure "d_e"}}</p>\n',
    );
  });

  it('makes no paragraph of a line of block expressions', () => {
    expect(templateMarkdown('{{#if x}}\n\ntext\n\n{{/if}}')).toBe('{{#if x}}\n<p>text</p>\n{{/if}}\n');
  });

  it('does not take a private character of the text for an expression', () => {
    expect(templateMarkdown('a \ue000b0\ue001 {{x}}')).toBe('<p>a b0 {{x}}</p>\n');
  });
});
