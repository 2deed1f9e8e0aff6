import type { Files } from '../effects.ts';

/** The texts that pages are made from. */
export interface TemplateTexts {
  readonly layout: string;
  readonly partials: ReadonlyMap<string, string>;
  /** What runs in the page, by name. */
  readonly scripts: ReadonlyMap<string, string>;
  /** The stylesheets in the order of the cascade, as one text. */
  readonly styles: string;
}

const stylesheets = [
  'tokens',
  'type',
  'table',
  'chart',
  'blocks',
  'cover',
  'page',
  'screen',
  'card',
  'tips',
  'tools',
];
const scriptFiles = ['rows', 'contents', 'tips', 'explain', 'tables', 'find'];
const partialFile = /([^/]+)\.hbs$/;

/**
 * @param files the tree that holds `templates/`
 * @param layout name of a layout in `templates/layouts`
 * @throws Error where a file is missing
 */
export const readTemplates = async (
  files: Pick<Files, 'read' | 'list'>,
  layout: string,
): Promise<TemplateTexts> => {
  const read = async (path: string): Promise<string> => {
    const text = await files.read(path);
    if (text === undefined) throw new Error(`There is no template ${path}`);
    return text;
  };
  const paths = (await files.list('templates/partials')).filter(path => partialFile.test(path));
  const partials = await Promise.all(
    paths.map(async path => [partialFile.exec(path)?.[1] ?? '', await read(path)] as const),
  );
  // Stylesheets that only a workspace has come last, so that they need not be more specific than ours.
  const others = (await files.list('templates/styles'))
    .flatMap(path => /([^/]+)\.css$/.exec(path)?.[1] ?? [])
    .filter(name => !stylesheets.includes(name));
  const styles = await Promise.all(
    [...stylesheets, ...others].map(name => read(`templates/styles/${name}.css`)),
  );
  return {
    layout: await read(`templates/layouts/${layout}.hbs`),
    partials: new Map(partials),
    scripts: new Map(
      await Promise.all(
        scriptFiles.map(async name => [name, await read(`templates/scripts/${name}.js`)] as const),
      ),
    ),
    styles: styles.join('\n'),
  };
};
