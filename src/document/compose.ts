import { assemble } from './assemble.ts';
import type { Program } from './compile.ts';
import { emptyCollection, type Sources } from './composer.ts';
import { coverOf, runningOf } from './frame.ts';
import type { FrontMatter } from './front-matter.ts';
import type { DocumentModel } from './model.ts';
import { linkReferences } from './references.ts';
import { createView } from './view.ts';

/** A checked notebook in one language, ready to be composed for any account. */
export interface CompiledNotebook {
  readonly name: string;
  readonly frontMatter: FrontMatter;
  readonly program: Program;
}

/** One document: the notebook filled for a period, a locale and, where it is about one, an account. */
export const compose = (
  { name, frontMatter, program }: CompiledNotebook,
  sources: Sources,
): DocumentModel => {
  const { analysis, locale, account } = sources;
  const collected = emptyCollection();
  const text = program.run(createView(sources, account), { sources, collected });
  const title = locale.text(frontMatter.title).text;
  const subject = account === undefined ? {} : { subject: account.name };
  const model: DocumentModel = {
    id: account === undefined ? name : `${name}/${account.id}`,
    notebook: name,
    locale: locale.tag,
    title,
    ...subject,
    running: runningOf(sources),
    ...(frontMatter.cover ? { cover: coverOf(sources) } : {}),
    contents: frontMatter.contents,
    sections: assemble(text, collected),
    accent: analysis.scope.workspace.settings.brand.accent,
  };
  return linkReferences(model, collected.labels);
};
