import Handlebars from 'handlebars';

/** Text as markup: the only way in which data enters markup outside a template. */
export const escapeMarkup = (text: string): string => Handlebars.escapeExpression(text);
