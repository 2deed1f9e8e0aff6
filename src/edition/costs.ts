import type { Planned } from '../document/plan.ts';
import type { Files } from '../effects.ts';

/** What a cell of a notebook comes to in a page, in bytes, where nothing of it was built before. */
const bytesOfCell = 12_000;
/** A PDF costs more than twice as much as the page that is printed: tags, and a second printing of some. */
const weightOfPdf = 2.5;

/**
 * What documents cost, in bytes of their last pages: to make and print one takes time in proportion to its length. What lies in
 * the folder of the period is the same in every checkout, so that all machines reckon alike; a document that is not there
 * yet costs as much as others of its notebook, or else as the notebook is long.
 */
export const costsOf = async (
  planned: readonly Planned[],
  period: string,
  files: Pick<Files, 'readBytes'>,
): Promise<(planned: Planned) => number> => {
  const known = new Map<Planned, number>();
  const ofNotebooks = new Map<string, { sum: number; count: number }>();
  for (const one of planned) {
    const length = (await files.readBytes(`reports/${period}/${one.path}.html`))?.length;
    if (length === undefined) continue;
    known.set(one, length);
    const all = ofNotebooks.get(one.notebook.name) ?? { sum: 0, count: 0 };
    ofNotebooks.set(one.notebook.name, { sum: all.sum + length, count: all.count + 1 });
  }
  return one => {
    const alike = ofNotebooks.get(one.notebook.name);
    const length =
      known.get(one) ??
      (alike === undefined ? (one.notebook.cells.size + 1) * bytesOfCell : alike.sum / alike.count);
    return length * (one.formats.includes('pdf') ? weightOfPdf : 1);
  };
};
