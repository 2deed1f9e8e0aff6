/** The part of subset-font that is used; the published types are of another major version. */
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'sfnt' | 'woff2';
    /** OpenType features to keep, by tag; all when absent. */
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
  }
  /** The glyphs of a font that a text needs, as a font. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: SubsetOptions,
  ): Promise<Uint8Array>;
}
