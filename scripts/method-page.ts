import { type Analysis, analyze } from '../src/analysis/analyze.ts';
import { genericId } from '../src/analysis/generic-id.ts';
import type { Method } from '../src/analysis/method.ts';
import { methods } from '../src/analysis/methods/index.ts';
import { figureName } from '../src/locale/figure-names.ts';
import { createLocale, type Locale } from '../src/locale/locale.ts';
import type { Figure } from '../src/model/figure.ts';
import { compareIds } from '../src/model/order.ts';
import type { Series } from '../src/model/series.ts';
import { createFiles } from '../src/platform/files.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { loadWorkspace } from '../src/workspace/load.ts';
import { settingOf } from './settings.ts';

export type PageLanguage = 'en' | 'es';

/** What the page says itself, around the texts of the methods. */
const words = {
  en: {
    introduction: `# Methods

Written by \`npm run docs\` from what each method says of itself; the methods appendix of every report comes from the same
texts. Numbers in brackets are the sections of the domain that a method covers. Figures and series are those that
\`cuentas analyze --list\` prints, with \`*\` for an account, a key account manager or another name of the workspace.
[En español](metodos.md)
`,
    formula: 'Formula',
    inputs: 'Inputs',
    defaults: 'Defaults',
    pitfalls: 'Pitfalls',
    literature: 'Literature',
    settings: ['setting', 'default', 'what it is'],
    of: 'in',
    figures: ['figure', 'unit', 'what it is'],
    series: ['series', 'columns', 'what it is'],
  },
  es: {
    introduction: `# Métodos

Lo escribe \`npm run docs\` con lo que cada método dice de sí mismo; el anexo de métodos de cada informe sale de los mismos
textos. Los números entre paréntesis son las secciones del dominio que un método cubre. Las cifras y las series son las que
imprime \`cuentas analyze --list\`, con \`*\` en lugar de una cuenta, un responsable u otro nombre del espacio de trabajo. Qué
significa cada ajuste está en [los datos](data.md), en inglés, como las propias claves. [In English](methods.md)
`,
    formula: 'Fórmula',
    inputs: 'Datos',
    defaults: 'Valores por defecto',
    pitfalls: 'Trampas',
    literature: 'Bibliografía',
    settings: ['ajuste', 'por defecto'],
    of: 'en',
    figures: ['cifra', 'unidad', 'qué es'],
    series: ['serie', 'columnas', 'qué es'],
  },
} as const;

/**
 * The page of all methods, in the order in which they run: Markdown, from the texts of the language and the example workspace.
 * @throws Error where either cannot be read
 */
export const methodPage = async (language: PageLanguage): Promise<string> => {
  const product = createFiles(packageRoot);
  const { value: workspace } = await loadWorkspace(product);
  if (workspace === undefined)
    throw new Error('The example workspace does not load; run "cuentas check" to see why.');
  const { value: messages } = await loadMessages(product, language);
  if (messages === undefined) throw new Error(`The texts of ${language} cannot be read.`);
  const analysis = analyze(workspace, workspace.settings.period);
  const everything = {
    figures: [...analysis.figures.values()],
    series: [...analysis.series.values()],
    makers: analysis.madeBy.series,
  };
  const locale = createLocale(language === 'en' ? 'en-GB' : 'es-ES', messages);
  return [
    words[language].introduction,
    ...methods.map(method => section(method, madeBy(method, everything), { locale, language })),
  ].join('\n');
};

interface Made {
  readonly figures: readonly (readonly [id: string, unit: string])[];
  readonly series: readonly (readonly [id: string, columns: string])[];
}

/** All figures and series of the example workspace. */
interface Everything {
  readonly figures: readonly Figure[];
  readonly series: readonly Series[];
  readonly makers: Analysis['madeBy']['series'];
}

/** What the method makes of the example workspace. */
const madeBy = ({ id: method }: Method, { figures, series, makers }: Everything): Made => ({
  figures: distinct(
    figures.filter(figure => figure.method === method).map(({ id, unit }) => [genericId(id), unit]),
  ),
  series: distinct(
    series
      .filter(({ id }) => makers.get(id) === method)
      .map(({ id, columns }) => [genericId(id), columns.map(({ id }) => id).join(', ')]),
  ),
});

const distinct = (pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] =>
  [...new Map(pairs)].sort(([a], [b]) => compareIds(a, b));

interface Page {
  readonly locale: Locale;
  readonly language: PageLanguage;
}

const section = (method: Method, made: Made, { locale, language }: Page): string => {
  const say = words[language];
  const text = (part: string): string => locale.t(`methods.${method.id}.${part}`);
  return [
    `## ${text('title')}`,
    '',
    `\`${method.id}\`${method.section === '0' ? '' : ` (${method.section})`}. ${text('summary')}`,
    '',
    ...(['formula', 'inputs', 'defaults', 'pitfalls'] as const).map(
      part => `- **${say[part]}.** ${text(part)}`,
    ),
    ...(method.literature.length === 0 ? [] : [`- **${say.literature}.** ${method.literature.join(' ')}`]),
    '',
    ...table(
      say.settings,
      method.settings.map(name => settingRow(name, say.of).slice(0, say.settings.length)),
    ),
    ...table(
      say.figures,
      made.figures.map(([id, unit]) => [`\`${id}\``, unit, figureName(id, locale) ?? '']),
    ),
    ...table(
      say.series,
      made.series.map(([id, columns]) => [`\`${id}\``, columns, locale.t(`tables.${id}`)]),
    ),
  ].join('\n');
};

const settingRow = (name: string, of: string): readonly string[] => {
  const { file, key, description, fallback } = settingOf(name);
  return [
    `\`${key}\` ${of} ${file}`,
    fallback === undefined || typeof fallback === 'object' ? '' : String(fallback),
    description ?? '',
  ];
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `| ${head.join(' | ')} |`,
        `| ${head.map(() => '---').join(' | ')} |`,
        ...rows.map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`),
        '',
      ];
