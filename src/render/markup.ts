/** Markup that we made from escaped text. Handlebars escapes everything else, and takes this as it is. */
export class Markup {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  /** Called by Handlebars. */
  toHTML(): string {
    return this.#html;
  }

  toString(): string {
    return this.#html;
  }
}
