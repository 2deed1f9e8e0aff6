/** Things found by their id. What is not kept is made when it is asked for, and again for each walk through all. */
export interface ById<T> {
  get(id: string): T | undefined;
  has(id: string): boolean;
  /** By id, in the order of code points. */
  keys(): Iterable<string>;
  values(): Iterable<T>;
}
