import { asOf } from '../../analysis/as-of.ts';
import type { DocumentModel } from '../../document/model.ts';
import type { Painter } from '../../effects.ts';
import { dataUrl } from '../../render/page-brand.ts';
import { boardSummary, documentIds, documentsOf } from '../documents.ts';
import type { ExportFormat } from '../format.ts';
import type { Part } from './deck.ts';
import { page } from './frame.ts';
import { deckFile } from './package.ts';
import { slidesOf } from './slides.ts';

/** On every machine that has a presentation program, or one with the same widths stands for it. */
const commonFont = 'Arial';

/** A document as a presentation: charts that the program draws and edits, and notes made of the findings. */
export const deckFormat: ExportFormat = {
  names: documentIds,
  usual: [boardSummary],
  files: async (sources, chosen, { painter }) => {
    const documents = documentsOf(sources, chosen);
    // That of the brand, which is the same for all: a painter has one canvas.
    const logo = await logoPart(documents[0]?.brand.logo, painter);
    return Promise.all(
      documents.map(async document => {
        const { running, brand, title } = document;
        const content = await deckFile({
          title: `${title}, ${running.period}`,
          author: running.company,
          language: sources.locale.tag,
          date: asOf(sources.analysis.scope),
          palette: brand.palettes.light,
          font: brand.family ?? commonFont,
          footer: [running.name, title, running.period, running.classification].join(' · '),
          slides: slidesOf(document, sources, logo),
        });
        return { path: `${document.id}.${sources.locale.tag}.pptx`, content };
      }),
    );
  },
};

/** Millimetres. */
const logoHeight = 14;
/** CSS pixels of a painted logo, which shows on a screen at several times its size. */
const paintedHeight = 160;

/** The logo of the brand, painted: not every program that shows slides knows SVG. */
const logoPart = async (
  logo: DocumentModel['brand']['logo'],
  painter: Painter,
): Promise<Part | undefined> => {
  if (logo === undefined) return undefined;
  const { light, ratio, alternative } = logo;
  const size = { width: Math.round(paintedHeight * ratio), height: paintedHeight };
  const html = `<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}img{display:block;width:${size.width}px;height:${size.height}px}</style><img src="${dataUrl(light)}" alt="">`;
  return {
    kind: 'picture',
    box: { x: page.margin, y: 13, width: logoHeight * ratio, height: logoHeight },
    png: await painter.png(html, size),
    description: alternative,
  };
};
