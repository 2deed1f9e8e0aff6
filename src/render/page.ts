import Handlebars from 'handlebars';
import type { Fonts } from '../effects.ts';
import { embedFonts } from './fonts.ts';
import { keptTogether } from './kept-together.ts';
import type { PageModel } from './page-model.ts';

/** The texts of the templates, by name. */
export interface PageTemplates {
  readonly layout: string;
  readonly partials: ReadonlyMap<string, string>;
  readonly fonts: Fonts;
}

/** Makes the whole page of a document: one file that needs no other. */
export type PageRenderer = (model: PageModel) => Promise<string>;

/**
 * Compiles a layout once for many documents. Strict: a name that a template uses and the model lacks is an error with
 * its line, never an empty place; only Handlebars' own helpers; no inherited properties.
 */
export const createPageRenderer = ({ layout, partials, fonts }: PageTemplates): PageRenderer => {
  const handlebars = Handlebars.create();
  for (const [name, text] of partials) handlebars.registerPartial(name, text);
  const template = handlebars.compile<PageModel>(layout, { strict: true, knownHelpersOnly: true });
  return async model => {
    const html = template(model, { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false });
    return embedFonts(keptTogether(html), fonts);
  };
};
