import type { SeriesId } from '../model/figure.ts';
import type { Column, Series } from '../model/series.ts';
import { onDemand } from './reading/reading.ts';
import type { Scope } from './scope.ts';

/**
 * A series that is made when somebody reads more of it than its id, and then kept. Ten thousand accounts have a million cells in
 * a score of lists, and no document prints all of them.
 *
 * @param columns where they are known without the rows: who checks a notebook asks for no more
 */
export const seriesOnDemand = (
  { reading }: Pick<Scope, 'reading'>,
  id: SeriesId,
  make: () => Series,
  columns?: readonly Column[],
): Series => {
  const series = onDemand(reading, make);
  return {
    id,
    get columns() {
      return columns ?? series().columns;
    },
    get rows() {
      return series().rows;
    },
    get rowInputs() {
      return series().rowInputs;
    },
    get inputs() {
      return series().inputs;
    },
  };
};
