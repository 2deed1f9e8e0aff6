import type { Row } from '../model/series.ts';
import type { ChartInput } from './chart.ts';
import type { Glyph } from './glyphs.ts';
import { codeIn, numberIn, textIn } from './read.ts';
import { colours } from './theme.ts';

/** Form of the mark of each role in the decision. */
const shapes = {
  'decision-maker': 'diamond',
  'economic-buyer': 'square',
  'technical-buyer': 'triangle-up',
  user: 'circle',
  influencer: 'triangle-right',
  gatekeeper: 'triangle-down',
  champion: 'plus',
} as const satisfies Readonly<Record<string, Glyph['shape']>>;
type Role = keyof typeof shapes;
const isRole = (code: string): code is Role => code in shapes;

/** Solid where the contact is in time; hollow where it is overdue or nobody knows. */
export const roleGlyph = (role: string, late: string): Glyph => ({
  shape: isRole(role) ? shapes[role] : 'circle',
  fill: late === 'on-time' ? 'solid' : 'hollow',
  color: late === 'overdue' ? colours.bad : colours.ink,
});

/** One person of the customer. */
export interface MapPerson {
  /** Row of the series that shows the person. */
  readonly of: number;
  readonly name: string;
  /** Code of the role in the decision; empty where none is recorded. */
  readonly role: string;
  /** 1 to 5. */
  readonly influence: number | undefined;
  /** −2 to +2. */
  readonly attitude: number | undefined;
  readonly late: string;
  /** Who of ours answers for the person, and how long nobody has spoken to them. */
  readonly detail: string;
  readonly alarming: boolean;
}

/** In the order of the series: whoever is furthest beyond the cadence first. */
export const peopleOf = (input: ChartInput, rows: readonly Row[]): MapPerson[] =>
  rows.map((row, of) => {
    const late = codeIn(row, 'late');
    const counterpart = codeIn(row, 'counterpart');
    return {
      of,
      name: textIn(input, row, 'name'),
      role: codeIn(row, 'role'),
      influence: numberIn(row, 'influence'),
      attitude: numberIn(row, 'attitude'),
      late,
      detail: detailOf(input, counterpart, numberIn(row, 'silence'), late),
      alarming: late === 'overdue' || counterpart === '',
    };
  });

const detailOf = (
  { locale, names }: ChartInput,
  counterpart: string,
  silence: number | undefined,
  late: string,
): string => {
  const who = counterpart === '' ? locale.t('charts.relationship.noCounterpart') : names.person(counterpart);
  const when =
    silence === undefined
      ? locale.t('charts.relationship.noContact')
      : locale.t(`charts.relationship.${late === 'overdue' ? 'late' : 'silence'}`, { days: silence });
  return `${who}, ${when}`;
};
