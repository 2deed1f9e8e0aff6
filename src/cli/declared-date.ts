import { InvalidInput } from './invalid-input.ts';

/** Last day that the dates of PDFs can name, in seconds: the end of 9999. */
const lastSecond = 253_402_300_799;

/**
 * The date that whoever builds gives to documents, as distributions do for packages: https://reproducible-builds.org/specs/source-date-epoch
 * @returns ISO, in UTC; undefined where none is given, and PDFs carry that of the data
 * @throws InvalidInput where it is no number of seconds
 */
export const declaredDate = (): string | undefined => {
  const { SOURCE_DATE_EPOCH: seconds } = process.env;
  if (seconds === undefined || seconds === '') return undefined;
  if (!/^\d+$/.test(seconds) || Number(seconds) > lastSecond)
    throw new InvalidInput(`SOURCE_DATE_EPOCH is a number of seconds since 1970, not "${seconds}".`);
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
};
