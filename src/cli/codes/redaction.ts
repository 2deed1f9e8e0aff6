import type { RedactionCode } from '../../redaction/diagnostics.ts';
import type { CodeText } from './code-text.ts';

/** Codes of redacted editions. */
export const redactionCodes = {
  'redaction/unknown-field': {
    en: 'An audience hides a field that does not exist. Nothing would be hidden by it, so nothing is built.',
    es: 'Una audiencia oculta un campo que no existe. No ocultaría nada, así que no se genera nada.',
  },
  'redaction/needed-field': {
    en: 'An audience hides a key without which its entry could not be computed. Hide the whole entry.',
    es: 'Una audiencia oculta una clave sin la cual no se puede calcular su entrada. Oculte la entrada entera.',
  },
  'redaction/unknown-id': {
    en: 'An audience gives a code or an alias to an account or a person that does not exist.',
    es: 'Una audiencia da un código o un alias a una cuenta o una persona que no existe.',
  },
  'redaction/codes': {
    en: 'The codes of an audience do not tell its names apart: too few digits, or one code twice.',
    es: 'Los códigos de una audiencia no distinguen los nombres: pocos dígitos, o un código repetido.',
  },
  'redaction/not-kept': {
    en: 'A figure that an audience was to see would tell the hidden value of an account nearly or wholly. It is hidden.',
    es: 'Una cifra que debía verse revelaría, del todo o casi, el valor oculto de una cuenta. Se oculta.',
  },
  'redaction/free-text': {
    en: 'A redacted edition shows free texts. Names that the workspace knows are masked in them; what people wrote in other words is not.',
    es: 'Una edición reservada muestra textos libres. Se enmascaran los nombres que conoce el espacio de trabajo, no lo que alguien escribió con otras palabras.',
  },
  'redaction/likely-name': {
    en: 'A word of a free text is part of a hidden name. Add it to the aliases of the audience, or write the text without it.',
    es: 'Una palabra de un texto libre es parte de un nombre oculto. Añádala a los alias de la audiencia o escriba el texto sin ella.',
  },
  'redaction/name-left': {
    en: 'A finished page still holds a hidden name, which comes from a template. The page is not written.',
    es: 'Una página terminada aún contiene un nombre oculto, que viene de una plantilla. La página no se escribe.',
  },
} as const satisfies Record<RedactionCode, CodeText>;
