import { distinct } from '../model/diagnostic.ts';
import { assemble } from './assemble.ts';
import type { Program } from './compile.ts';
import { emptyCollection, type Sources } from './composer.ts';
import { brandOf, coverOf, runningOf } from './frame.ts';
import type { FrontMatter } from './front-matter.ts';
import type { DocumentModel } from './model.ts';
import { linkReferences } from './references.ts';
import { createView } from './view.ts';

/** A checked notebook in one language, ready to be composed for any subject. */
export interface CompiledNotebook {
  readonly name: string;
  readonly frontMatter: FrontMatter;
  readonly program: Program;
}

/** One document: the notebook filled for a period, a locale and, where it is about someone, its subject. */
export const compose = (
  { name, frontMatter, program }: CompiledNotebook,
  sources: Sources,
): DocumentModel => {
  const { locale, subject } = sources;
  const collected = emptyCollection();
  const text = program.run(createView(sources, subject), { sources, collected });
  for (const [place, make] of collected.late) collected.blocks[place] = make();
  const title = locale.prose(locale.text(frontMatter.title).text);
  const model: DocumentModel = {
    id: subject === undefined ? name : `${name}/${subject.id}`,
    notebook: name,
    locale: locale.tag,
    title,
    ...(subject === undefined ? {} : { subject: subject.name }),
    running: runningOf(sources),
    ...(frontMatter.cover ? { cover: coverOf(sources) } : {}),
    contents: frontMatter.contents,
    sections: assemble(text, collected),
    figures: [...collected.figures],
    rows: [...collected.rows.values()],
    brand: brandOf(sources),
    ...(collected.problems.length > 0 ? { problems: distinct(collected.problems) } : {}),
  };
  return linkReferences(model, collected.labels);
};
