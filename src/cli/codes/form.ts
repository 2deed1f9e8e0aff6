import type { WorkspaceCode } from '../../workspace/catalogue.ts';
import type { CodeText } from './code-text.ts';

/** Codes about how the files of `data/` are written. */
export const formCodes = {
  'workspace/yaml-syntax': {
    en: 'The file is not valid YAML, so nothing of it can be read. Most often a colon, a quote or the indentation is wrong, at the place shown or on the line above.',
    es: 'El fichero no es YAML válido y no se puede leer nada de él. Casi siempre falla un signo de dos puntos, una comilla o la sangría, en el lugar indicado o en la línea anterior.',
  },
  'workspace/duplicate-key': {
    en: 'The same key stands twice in one map, or the same column twice in the order file; one of the two would be lost. Keep one.',
    es: 'La misma clave aparece dos veces en un mismo mapa, o la misma columna dos veces en el fichero de pedidos; una de las dos se perdería. Deje una sola.',
  },
  'workspace/unsupported-yaml': {
    en: 'YAML has rare features, such as tags and merge keys, that a workspace does not use, since they hide what a value is. Write the value out.',
    es: 'YAML tiene recursos poco comunes, como las etiquetas y la fusión de claves, que aquí no se admiten porque ocultan el valor. Escríbalo completo.',
  },
  'workspace/forbidden-key': {
    en: 'This name means something to programs and cannot be a key of your own. Choose another one.',
    es: 'Este nombre tiene un significado propio para los programas y no puede ser una clave suya. Elija otro.',
  },
  'workspace/imprecise-number': {
    en: 'A number of more than fifteen digits would be rounded without notice. Shorten it; an identifier belongs in quotes.',
    es: 'Un número de más de quince cifras se redondearía sin avisar. Acórtelo; si es un identificador, póngalo entre comillas.',
  },
  'workspace/control-character': {
    en: 'The text holds a character that cannot be seen or that turns the direction of what follows around, usually pasted from another program. Delete it and save the file as UTF-8.',
    es: 'El texto contiene un carácter invisible, o que invierte el sentido de lo que sigue, normalmente pegado desde otro programa. Bórrelo y guarde el fichero en UTF-8.',
  },
  'workspace/wrong-encoding': {
    en: 'The file was saved in another encoding than UTF-8, such as Windows-1252 or UTF-16, so accents and other letters cannot be told. Save it as UTF-8.',
    es: 'El fichero se guardó en una codificación distinta de UTF-8, como Windows-1252 o UTF-16, y no se distinguen las tildes ni otras letras. Guárdelo en UTF-8.',
  },
  'workspace/leading-zeros': {
    en: 'YAML reads a value such as 00123 as the number 123. A code that begins with zeros belongs in quotes.',
    es: 'YAML lee un valor como 00123 como el número 123. Un código que empieza por ceros se escribe entre comillas.',
  },
  'workspace/too-large': {
    en: 'The file is larger than any that a person would write by hand. Split it, or look for data that were pasted by mistake.',
    es: 'El fichero es mayor que cualquiera escrito a mano. Divídalo, o busque datos pegados por error.',
  },
  'workspace/unfinished-merge': {
    en: 'Two people changed the same lines, and git has left both versions in the file, between `<<<<<<<` and `>>>>>>>`. Keep what is right of both, delete the three lines of marks, and commit.',
    es: 'Dos personas cambiaron las mismas líneas y git dejó ambas versiones en el fichero, entre `<<<<<<<` y `>>>>>>>`. Quédese con lo correcto de cada una, borre las tres líneas de marcas y confirme el cambio.',
  },
  'workspace/too-deep': {
    en: 'Maps and lists are nested deeper than any file needs. A bracket or the indentation is probably wrong.',
    es: 'Hay mapas y listas anidados a más profundidad de la que necesita ningún fichero. Seguramente falla un corchete o la sangría.',
  },
  'workspace/too-many-aliases': {
    en: 'Aliases (`*name`) of the file stand for too much text. Write the values out.',
    es: 'Los alias del fichero (`*nombre`) representan demasiado texto. Escriba los valores completos.',
  },
  'workspace/empty-file': {
    en: 'The file holds nothing. Fill it in or delete it.',
    es: 'El fichero está vacío. Complételo o bórrelo.',
  },
  'workspace/missing-file': {
    en: 'A file without which there is no workspace is not there, mostly because the command ran in another folder. Go there, or name the folder with `--root`.',
    es: 'Falta un fichero sin el cual no hay espacio de trabajo, casi siempre porque la orden se ejecutó en otra carpeta. Sitúese en ella o indíquela con `--root`.',
  },
  'workspace/unreadable-file': {
    en: 'The file is there but cannot be read. Check its permissions, and that it is no link to a place outside the workspace.',
    es: 'El fichero existe, pero no se puede leer. Revise los permisos y que no sea un enlace hacia fuera del espacio de trabajo.',
  },
  'workspace/unknown-file': {
    en: 'Nothing reads a file of this name, so what it says would be ignored. Mend the name or move the file out of `data/`.',
    es: 'Nada lee un fichero con este nombre, así que su contenido se ignoraría. Corrija el nombre o saque el fichero de `data/`.',
  },
  'workspace/bad-file-name': {
    en: 'The name of the file is the id of the account or person, and must consist of lower-case letters without accents, digits and single hyphens. Rename the file.',
    es: 'El nombre del fichero es el identificador de la cuenta o persona: minúsculas sin acento, cifras y guiones sueltos. Cámbiele el nombre.',
  },
  'workspace/unknown-key': {
    en: 'The key does not belong here: it is misspelt, or stands at the wrong depth. The data page lists the keys of each file.',
    es: 'La clave no corresponde a este lugar: está mal escrita o tiene otra sangría. La página de datos enumera las claves de cada fichero.',
  },
  'workspace/missing-key': {
    en: 'A value without which the rest makes no sense is missing. Add it.',
    es: 'Falta un valor sin el cual lo demás no tiene sentido. Añádalo.',
  },
  'workspace/wrong-type': {
    en: 'Another kind of value belongs here: a number instead of a text, say. Numbers are written without thousands separators or signs of currency, and with a decimal point.',
    es: 'Aquí va otro tipo de valor; por ejemplo, un número en lugar de un texto. Los números se escriben sin separador de millares ni símbolo de moneda, y con punto decimal.',
  },
  'workspace/decimal-comma': {
    en: 'Between braces a comma ends the value, so `{ revenue: 85.000,50 }` is the number 85.000 and a key 50. Decimals follow a point, and thousands are not separated: 85000.50.',
    es: 'Entre llaves la coma termina el valor: `{ revenue: 85.000,50 }` es el número 85.000 y una clave 50. Los decimales van tras un punto y los millares no se separan: 85000.50.',
  },
  'workspace/out-of-range': {
    en: 'The value is too small or too large for what it says, or the list has too few or too many entries. Correct it.',
    es: 'El valor es demasiado pequeño o grande para lo que expresa, o la lista tiene muy pocas o demasiadas entradas. Corríjalo.',
  },
  'workspace/unknown-value': {
    en: 'Only some words are allowed here, and this is none of them. The message lists them or names the one that is near.',
    es: 'Aquí solo se admiten ciertas palabras y esta no es una de ellas. El mensaje las enumera o propone la más parecida.',
  },
  'workspace/bad-format': {
    en: 'The text does not have the form that is read: a date is written like `2026-09-30`, a quarter like `2026-Q3`. In the order file, check quotation marks and separators.',
    es: 'El texto no tiene la forma esperada: una fecha se escribe `2026-09-30` y un trimestre `2026-Q3`. En el fichero de pedidos, revise las comillas y los separadores.',
  },
  'workspace/missing-language': {
    en: 'A text exists in one of the languages only. Readers of the other one get it as it is, marked with its language. Add the version that is missing.',
    es: 'Un texto existe solo en uno de los idiomas. Los lectores del otro lo verán tal cual, con el idioma señalado. Añada la versión que falta.',
  },
  'workspace/unreadable-colour': {
    en: 'A colour of the brand has too little contrast, or colour-blind readers could not tell it from another one. Take the colour that the message proposes.',
    es: 'Un color de la marca tiene poco contraste, o un lector daltónico no podría distinguirlo de otro. Use el color que propone el mensaje.',
  },
  'workspace/unfit-logo': {
    en: 'The logo is no SVG that consists of shapes only. Export it again as plain SVG, with its letters turned into outlines.',
    es: 'El logotipo no es un SVG formado solo por trazados. Expórtelo de nuevo como SVG sencillo, con las letras convertidas en contornos.',
  },
  'workspace/missing-brand-file': {
    en: 'The logo or font that the brand names is not there. Paths begin at the folder of the workspace.',
    es: 'No existe el logotipo o la fuente que indica la marca. Las rutas parten de la carpeta del espacio de trabajo.',
  },
  'workspace/unfit-font': {
    en: 'The font would spoil the pages: it is variable, lacks characters, runs too wide, or has no figures of one width. Use the static files of a text family.',
    es: 'La fuente estropearía las páginas: es variable, le faltan caracteres, es demasiado ancha o sus cifras no tienen el mismo ancho. Use los ficheros estáticos de una familia de texto.',
  },
} as const satisfies Partial<Record<WorkspaceCode, CodeText>>;
