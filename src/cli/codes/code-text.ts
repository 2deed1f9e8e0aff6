/** What a code means and how it is mended: one or two plain sentences in each language of the guide. */
export interface CodeText {
  readonly en: string;
  readonly es: string;
}
