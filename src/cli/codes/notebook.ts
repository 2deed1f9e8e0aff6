import type { NotebookCode } from '../../document/diagnostics.ts';
import type { CodeText } from './code-text.ts';

/** Codes about notebooks, the sources of reports. */
export const notebookCodes = {
  'notebook/front-matter': {
    en: 'A notebook begins with a few lines of YAML between two lines `---`. They are missing or not closed.',
    es: 'Un cuaderno empieza con unas líneas de YAML entre dos líneas `---`. Faltan o no están cerradas.',
  },
  'notebook/unknown-cell': {
    en: 'There is no cell of this kind. The page on notebooks lists those that exist.',
    es: 'No existe este tipo de celda. La página de cuadernos enumera las que hay.',
  },
  'notebook/unclosed-cell': {
    en: 'A cell begins with three backticks and never ends. Close it with three backticks on a line of their own.',
    es: 'Una celda empieza con tres acentos graves y no termina. Ciérrela con otros tres en una línea propia.',
  },
  'notebook/unclosed-container': {
    en: 'A container begins with `::: name` and never ends. Close it with `:::` on a line of its own.',
    es: 'Un contenedor empieza con `::: nombre` y no termina. Ciérrelo con `:::` en una línea propia.',
  },
  'notebook/unknown-container': {
    en: 'There is no container of this name, or none is open that could end here.',
    es: 'No existe un contenedor con este nombre, o no hay ninguno abierto que se pueda cerrar aquí.',
  },
  'notebook/unknown-chart': {
    en: 'There is no chart of this name. The page on charts lists those that exist.',
    es: 'No existe un gráfico con este nombre. La página de gráficos enumera los que hay.',
  },
  'notebook/vega-lite': {
    en: 'A chart of your own says something that Vega-Lite does not know, at the place shown.',
    es: 'Un gráfico propio dice algo que Vega-Lite no conoce, en el lugar indicado.',
  },
  'notebook/chart-data': {
    en: 'A chart may load nothing from outside: it draws the series of the analysis. Name one: `data: { name: … }`.',
    es: 'Un gráfico no puede cargar nada de fuera: dibuja las series del análisis. Nombre una: `data: { name: … }`.',
  },
  'notebook/chart-description': {
    en: 'The chart has no description, so those who cannot see it learn its caption only. Add `description`.',
    es: 'El gráfico no tiene descripción y quien no lo ve solo conocerá su título. Añada `description`.',
  },
  'notebook/unknown-series': {
    en: 'There is no series of this name in the analysis. `cuentas analyze --list` prints them.',
    es: 'El análisis no tiene ninguna serie con este nombre. `cuentas analyze --list` las imprime.',
  },
  'notebook/unknown-column': {
    en: 'The series has no column of this name. `cuentas analyze --json` shows its columns.',
    es: 'La serie no tiene ninguna columna con este nombre. `cuentas analyze --json` muestra las que hay.',
  },
  'notebook/unknown-code': {
    en: 'The four codes of a two-by-two are codes of the column that divides it; this one is none of them.',
    es: 'Los cuatro códigos de una matriz son códigos de la columna que la divide; este no es ninguno de ellos.',
  },
  'notebook/unknown-figure': {
    en: 'There is no figure of this name in the analysis. `cuentas analyze --list` prints them; `*` stands for the account or person at hand.',
    es: 'El análisis no tiene ninguna cifra con este nombre. `cuentas analyze --list` las imprime; `*` representa la cuenta o persona de la que se habla.',
  },
  'notebook/unknown-finding': {
    en: 'There is no topic or finding of this name.',
    es: 'No existe ningún tema ni hallazgo con este nombre.',
  },
  'notebook/unknown-name': {
    en: 'An expression uses a name that does not exist at this place.',
    es: 'Una expresión usa un nombre que no existe en este lugar.',
  },
  'notebook/no-subject': {
    en: 'Something about one account or person stands where none is at hand. Put it into a loop, or give the notebook `each: account`.',
    es: 'Algo sobre una cuenta o persona aparece donde no se trata de ninguna. Póngalo en un bucle o dé al cuaderno `each: account`.',
  },
  'notebook/unknown-unit': {
    en: 'A number is to be printed in a unit that does not exist.',
    es: 'Un número debe imprimirse en una unidad que no existe.',
  },
  'notebook/unknown-helper': {
    en: 'There is no helper of this name; the page on notebooks lists those that exist.',
    es: 'No existe ninguna función con este nombre; la página de cuadernos enumera las que hay.',
  },
  'notebook/unknown-partial': {
    en: 'The notebook includes a partial that is not there. Write it as `templates/partials/<name>.md`.',
    es: 'El cuaderno incluye un parcial que no existe. Escríbalo en `templates/partials/<nombre>.md`.',
  },
  'notebook/unknown-label': {
    en: 'A reference leads to a label that no chart or table has.',
    es: 'Una referencia remite a una etiqueta que no tiene ningún gráfico ni tabla.',
  },
  'notebook/unknown-text': {
    en: 'The locale has no text under this key.',
    es: 'El fichero de idioma no tiene ningún texto con esta clave.',
  },
  'notebook/text-parameter': {
    en: 'A text of `{{t}}` has names in braces that the expression does not fill in.',
    es: 'Un texto de `{{t}}` tiene entre llaves nombres que la expresión no rellena.',
  },
  'notebook/duplicate-label': {
    en: 'Two charts or tables have the same label. Give each its own.',
    es: 'Dos gráficos o tablas tienen la misma etiqueta. Dé a cada uno la suya.',
  },
  'notebook/no-section': {
    en: 'The first cell of a notebook must begin a section.',
    es: 'La primera celda de un cuaderno debe abrir una sección.',
  },
  'notebook/footnote': {
    en: 'A footnote is referred to but not written, or written but never referred to.',
    es: 'Una nota al pie se cita y no está escrita, o está escrita y no se cita.',
  },
  'notebook/expression': {
    en: 'What stands between `{{` and `}}` cannot be read, or stands where it is not allowed. Look for braces or quotes that are not closed.',
    es: 'Lo que va entre `{{` y `}}` no se puede leer, o no se admite en ese lugar. Busque llaves o comillas sin cerrar.',
  },
  'notebook/raw-markup': {
    en: 'Triple braces are refused, since data could become markup through them. Use two.',
    es: 'No se admiten las llaves triples, porque los datos podrían convertirse en marcado. Use dos.',
  },
  'notebook/filter': {
    en: 'The `where` of the front matter names a field that accounts do not have, or stands in a notebook that is not about accounts.',
    es: 'El `where` de la cabecera nombra un campo que las cuentas no tienen, o figura en un cuaderno que no trata de cuentas.',
  },
} as const satisfies Record<NotebookCode, CodeText>;
