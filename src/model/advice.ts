/**
 * What a recommendation would do with an account. The order is that of how decisive they are: whether we serve it at all
 * comes before what status it has, that before what we put into it, and that before how we work with it.
 */
export const courses = [
  /** Ask whether to go on serving it. */
  'leave',
  /** Ask whether it keeps key status. */
  'withdraw',
  /** Take hours or money away from it. */
  'reduce',
  /** Keep what may be lost: a plan, a visit. */
  'retain',
  /** Give it hours or money. */
  'invest',
  /** Tie it closer: a longer contract, an offer. */
  'bind',
  /** Consider it for key status. */
  'admit',
  /** Work on the account as it is. */
  'tend',
] as const;
export type Course = (typeof courses)[number];

/** Accounts for which a recommendation asks the same. */
export interface Advised {
  readonly course: Course;
  readonly accounts: readonly string[];
  /** Parameter of the sentence that names them. */
  readonly named?: string;
  /** Parameter of the sentence that counts them. */
  readonly counted?: string;
}

const against: Readonly<Record<Course, readonly Course[]>> = {
  leave: ['withdraw', 'reduce', 'retain', 'invest', 'bind', 'admit', 'tend'],
  withdraw: ['invest', 'bind', 'admit'],
  reduce: ['invest'],
  retain: [],
  invest: [],
  bind: [],
  admit: [],
  tend: [],
};

/**
 * Whether two courses cannot both be asked for of one account. Who may be left is asked about once: until that is
 * decided, nothing else is due. An account whose status is in doubt is not given more, tied closer or proposed for it.
 * To keep an account (retain) goes with fewer hours and without key status.
 */
export const contradict = (one: Course, other: Course): boolean =>
  against[one].includes(other) || against[other].includes(one);
