/** The part of jstat that is used here; the package brings no types. It is CommonJS, so that all of it is the default export. */
declare module 'jstat' {
  interface Distribution<Parameters extends readonly number[]> {
    /** Quantile of a probability. */
    inv(probability: number, ...parameters: Parameters): number;
  }
  const jstat: {
    readonly normal: Distribution<[mean: number, deviation: number]>;
    readonly studentt: Distribution<[degreesOfFreedom: number]>;
    gammaln(x: number): number;
    betaln(a: number, b: number): number;
  };
  export default jstat;
}
