import type { ImportCode } from '../../import/diagnostics.ts';
import type { CodeText } from './code-text.ts';

/** Codes of imports. */
export const importCodes = {
  'import/unknown-target': {
    en: 'A header `-- into: …` of the SQL file names a place that rows cannot go to.',
    es: 'Una cabecera `-- into: …` del fichero SQL nombra un destino que no existe.',
  },
  'import/statement-count': {
    en: 'Each section of the SQL file needs exactly one statement that returns rows.',
    es: 'Cada sección del fichero SQL necesita exactamente una instrucción que devuelva filas.',
  },
  'import/statement-refused': {
    en: 'An import only reads: statements that reach other files, the network or extensions are not run.',
    es: 'Una importación solo lee: no se ejecutan instrucciones que salgan a otros ficheros, a la red o a extensiones.',
  },
  'import/sql-failed': {
    en: 'The database could not run a statement. The message is its own; the place is that of the SQL file.',
    es: 'La base de datos no pudo ejecutar una instrucción. El mensaje es suyo; el lugar es el del fichero SQL.',
  },
  'import/unknown-column': {
    en: 'A column of the rows is no field of what they are for. Name it as the data page does.',
    es: 'Una columna de las filas no es un campo de su destino. Nómbrela como en la página de datos.',
  },
  'import/missing-column': {
    en: 'The rows lack a column without which they cannot be entered.',
    es: 'A las filas les falta una columna sin la cual no se pueden incorporar.',
  },
  'import/source-unreadable': {
    en: 'A file of the source cannot be read: mostly it is not UTF-8, as older programs on Windows write. Name its encoding.',
    es: 'No se puede leer un fichero de la fuente: casi siempre no está en UTF-8, como los de programas antiguos de Windows. Indique su codificación.',
  },
  'import/conflict': {
    en: 'A value was changed by hand, and the source has changed it too. The one by hand stays; `--force` takes that of the import.',
    es: 'Un valor se cambió a mano y la fuente también lo cambió. Se queda el escrito a mano; con `--force` se toma el de la importación.',
  },
  'import/not-mergeable': {
    en: 'The file is written in a way in which the values of the import cannot be set without changing something else.',
    es: 'El fichero está escrito de un modo en que no se pueden poner los valores de la importación sin cambiar otra cosa.',
  },
  'import/orders-differ': {
    en: 'The order file has lines that the import does not bring: others, or the same ones written otherwise, which would count twice.',
    es: 'El fichero de pedidos tiene líneas que la importación no trae: otras, o las mismas escritas de otro modo, que contarían dos veces.',
  },
} as const satisfies Record<ImportCode, CodeText>;

/** Codes of what surrounds the data: locales, templates, and what a build finds while it draws and sets. */
export const productionCodes = {
  'locale/syntax': {
    en: 'A file of texts below `templates/locales/` is not valid YAML.',
    es: 'Un fichero de textos de `templates/locales/` no es YAML válido.',
  },
  'locale/not-text': {
    en: 'A file of texts holds a list where only texts and groups of them belong.',
    es: 'Un fichero de textos contiene una lista donde solo caben textos y grupos de textos.',
  },
  'locale/unknown-language': {
    en: 'There are no texts for a language that `locales` names.',
    es: 'No hay textos para un idioma que figura en `locales`.',
  },
  'locale/unknown-region': {
    en: 'There are no regional forms for a locale; numbers and dates are written as in its language.',
    es: 'No hay formas regionales para una variante; los números y fechas se escriben como en su idioma.',
  },
  'locale/unknown-text': {
    en: 'A file of texts of the workspace names a text that the product does not have. Texts of your own stand below `own`.',
    es: 'Un fichero de textos del espacio de trabajo nombra un texto que el producto no tiene. Los textos propios van bajo `own`.',
  },
  'locale/unknown-parameter': {
    en: 'A text has a name in braces that nothing fills in there.',
    es: 'Un texto tiene entre llaves un nombre que ahí nada rellena.',
  },
  'locale/message': {
    en: 'A text cannot be read: a brace is not closed, or a choice lacks the branch for all others.',
    es: 'No se puede leer un texto: hay una llave sin cerrar, o a una alternativa le falta la rama para los demás casos.',
  },
  'locale/formats': {
    en: 'A language of your own does not say how it writes numbers and dates. Copy `formats` from another language and change it.',
    es: 'Un idioma propio no dice cómo escribe números y fechas. Copie `formats` de otro idioma y cámbielo.',
  },
  'locale/incomplete': {
    en: 'A language of your own lacks texts of the product; English ones stand in their place.',
    es: 'A un idioma propio le faltan textos del producto; en su lugar aparecen los ingleses.',
  },
  'template/syntax': {
    en: 'A layout or partial below `templates/` cannot be read. A block or a pair of braces is not closed.',
    es: 'No se puede leer una maqueta o un parcial de `templates/`. Hay un bloque o unas llaves sin cerrar.',
  },
  'template/style': {
    en: 'A stylesheet holds `</`, which would end the styles of the page.',
    es: 'Una hoja de estilo contiene `</`, que daría por terminados los estilos de la página.',
  },
  'template/unknown-layout': {
    en: 'A notebook asks for a layout that neither the product nor the workspace has.',
    es: 'Un cuaderno pide una maqueta que no tienen ni el producto ni el espacio de trabajo.',
  },
  'template/unknown-name': {
    en: 'A layout or partial of the workspace uses a name or partial that does not exist there.',
    es: 'Una maqueta o un parcial del espacio de trabajo usa un nombre o un parcial que no existe ahí.',
  },
  'helper/name': {
    en: 'A file below `templates/helpers/` is not named like a helper, or has the name of something that a notebook has already.',
    es: 'Un fichero de `templates/helpers/` no se llama como una función auxiliar, o lleva el nombre de algo que los cuadernos ya tienen.',
  },
  'helper/syntax': {
    en: 'A helper below `templates/helpers/` is not JavaScript that can be read.',
    es: 'Una función auxiliar de `templates/helpers/` no es JavaScript legible.',
  },
  'helper/shape': {
    en: 'A helper is a module that exports one function by default, imports nothing and waits for nothing.',
    es: 'Una función auxiliar es un módulo que exporta por defecto una sola función, no importa nada y no espera nada.',
  },
  'helper/failed': {
    en: 'A helper failed while a document was made: it was given or gave back what cannot be printed, threw, or took too long.',
    es: 'Una función auxiliar falló al componer un documento: recibió o devolvió algo que no se puede imprimir, lanzó un error o tardó demasiado.',
  },
  'chart/vega': {
    en: 'Vega complained while it drew a chart of your own. Check that the data have the values that the chart expects.',
    es: 'Vega se quejó al dibujar un gráfico propio. Compruebe que los datos tienen los valores que el gráfico espera.',
  },
  'document/missing-glyph': {
    en: 'A text holds characters that no type at hand can set; an empty box is printed for them.',
    es: 'Un texto contiene caracteres que ninguna fuente disponible puede componer; en su lugar se imprime un recuadro vacío.',
  },
} as const satisfies Readonly<Record<string, CodeText>>;
