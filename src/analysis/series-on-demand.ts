import type { SeriesId } from '../model/figure.ts';
import type { Series } from '../model/series.ts';

/**
 * A series that is made when somebody reads more of it than its id, and then kept. Ten thousand accounts have a million cells in
 * a score of lists, and no document prints all of them.
 */
export const seriesOnDemand = (id: SeriesId, make: () => Series): Series => {
  let made: Series | undefined;
  const series = (): Series => {
    made ??= make();
    return made;
  };
  return {
    id,
    get columns() {
      return series().columns;
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
