import type { CodeText } from '../src/cli/codes/code-text.ts';
import { codeGroups } from '../src/cli/codes/index.ts';
import type { Diagnostic, Severity } from '../src/model/diagnostic.ts';
import { formatDiagnostic } from '../src/workspace/frame.ts';
import { freshExamples } from './fresh-examples.ts';
import { notebookExamples } from './notebook-examples.ts';
import { importExamples, productionExamples } from './production-examples.ts';
import { redactionExamples } from './redaction-examples.ts';
import { workspaceExamples } from './workspace-examples.ts';

type Language = keyof CodeText;

interface PageTexts {
  readonly introduction: string;
  readonly groups: Readonly<Record<keyof typeof codeGroups, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
}

const pages: Readonly<Record<Language, PageTexts>> = {
  en: {
    introduction: `# Messages and their codes

Written by \`npm run docs\`. Everything that \`check\`, \`build\`, \`preview\` and \`import\` report has a code that stays the same
from version to version: search this page for it. A message says where (file, line, column), what is wrong, and, after the
arrow, how to mend it. An **error** must be mended before documents can be built; a **warning** need not, but look at it. The
messages below are examples: the names are invented, the words are those that the command prints.

[Back to the guide](README.md)
`,
    groups: {
      form: 'How files are written',
      sense: 'What the data say',
      notebook: 'Notebooks',
      import: 'Imports',
      production: 'Texts, templates and pages',
      redaction: 'Redacted editions',
      fresh: 'Documents that were built',
    },
    severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  },
  es: {
    introduction: `# Mensajes y códigos

Página escrita por \`npm run docs\`. Todo lo que señalan \`check\`, \`build\`, \`preview\` e \`import\` lleva un código que no cambia de
una versión a otra: búsquelo en esta página. Un mensaje dice dónde (fichero, línea y columna), qué falla y, tras la flecha,
cómo arreglarlo. Un **error** hay que corregirlo para poder generar documentos; un **aviso** no obliga, pero conviene
mirarlo. Los mensajes están en inglés. Los de abajo son ejemplos: los nombres son inventados, el texto es el que se imprime.

[Volver a la guía](README.md)
`,
    groups: {
      form: 'Cómo están escritos los ficheros',
      sense: 'Qué dicen los datos',
      notebook: 'Cuadernos',
      import: 'Importaciones',
      production: 'Textos, plantillas y páginas',
      redaction: 'Ediciones reservadas',
      fresh: 'Documentos generados',
    },
    severity: { error: 'Error', warning: 'Aviso', hint: 'Sugerencia' },
  },
};

/** An example of every code; the first one where several come of one mistake. */
export const examples = async (): Promise<ReadonlyMap<string, Diagnostic>> => {
  const found = [
    ...workspaceExamples,
    ...(await notebookExamples()),
    ...importExamples,
    ...(await productionExamples()),
    ...redactionExamples,
    ...freshExamples,
  ];
  return new Map([...found].reverse().map(one => [one.code, one]));
};

/** The page of every code in a language: Markdown. @throws Error where a code has no example */
export const diagnosticPage = (language: Language, shown: ReadonlyMap<string, Diagnostic>): string => {
  const { introduction, groups, severity } = pages[language];
  const entry = (code: string, text: CodeText): string => {
    const example = shown.get(code);
    if (example === undefined) throw new Error(`There is no example of ${code}.`);
    const message = formatDiagnostic(example, undefined);
    return `### ${code}\n\n${severity[example.severity]}. ${text[language]}\n\n\`\`\`\`text\n${message}\n\`\`\`\`\n`;
  };
  const sections = Object.entries(codeGroups).map(([group, codes]) =>
    [
      `## ${groups[group as keyof typeof codeGroups]}\n`,
      ...Object.entries<CodeText>(codes).map(([code, text]) => entry(code, text)),
    ].join('\n'),
  );
  return [introduction, ...sections].join('\n');
};
