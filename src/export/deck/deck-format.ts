import { asOf } from '../../analysis/as-of.ts';
import { boardSummary, documentIds, documentsOf } from '../documents.ts';
import type { ExportFormat } from '../format.ts';
import { deckFile } from './package.ts';
import { slidesOf } from './slides.ts';

/** On every machine that has a presentation program, or one with the same widths stands for it. */
const commonFont = 'Arial';

/** A document as a presentation: charts that the program draws and edits, and notes made of the findings. */
export const deckFormat: ExportFormat = {
  names: documentIds,
  usual: [boardSummary],
  files: async (sources, chosen) =>
    Promise.all(
      documentsOf(sources, chosen).map(async document => {
        const { running, brand, title } = document;
        const content = await deckFile({
          title: `${title}, ${running.period}`,
          author: running.company,
          language: sources.locale.tag,
          date: asOf(sources.analysis.scope),
          palette: brand.palettes.light,
          font: brand.family ?? commonFont,
          footer: [running.name, title, running.period, running.classification].join(' · '),
          slides: slidesOf(document, sources),
        });
        return { path: `${document.id}.${sources.locale.tag}.pptx`, content };
      }),
    ),
};
