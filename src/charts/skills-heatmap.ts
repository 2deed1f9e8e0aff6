import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { type HeatCell, heatmap } from './heatmap.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, termIn } from './read.ts';
import { pitchFrom } from './sizes.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(18).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(9).describe('Most people shown; those with the widest gaps stay'),
  })
  .prefault({});

const series = 'programme.skills.gaps';

interface Need {
  /** Its row in the series. */
  readonly of: number;
  readonly person: string;
  readonly skill: string;
  readonly skillName: string;
  readonly required: number;
  readonly actual: number | undefined;
}

/** Actual against required level of each skill and person; darker the more levels are missing, with a question mark where nobody assessed. */
export const skillsHeatmap: Chart<z.infer<typeof optionsSchema>> = {
  name: 'skills-heatmap',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, names } = input;
    const needs = needsOf(input);
    if (needs.length === 0) return nothingToDraw;
    const everyone = [...new Set(needs.map(({ person }) => person))];
    const missing = (person: string): number =>
      sum(needs.filter(need => need.person === person).map(missingLevels));
    const kept = new Set([...everyone].sort((a, b) => missing(b) - missing(a)).slice(0, limit));
    const people = everyone.filter(person => kept.has(person));
    const skills = [...new Map(needs.map(need => [need.skill, need.skillName]))];
    const text = (key: string): string => locale.t(`charts.skills-heatmap.${key}`);
    const level = (value: number): string => locale.number(value, { precision: 0 });
    const widest = [...needs].sort((a, b) => missingLevels(b) - missingLevels(a)).slice(0, 3);
    return {
      series,
      alternative: locale.t('charts.skills-heatmap.alternative', {
        people: everyone.length,
        skills: skills.length,
        missing: sum(needs.map(missingLevels)),
        unassessed: needs.filter(({ actual }) => actual === undefined).length,
        worst: widest
          .filter(need => missingLevels(need) > 0)
          .map(
            need =>
              `${names.person(need.person)}, ${need.skillName} (${level(need.actual ?? 0)}/${level(need.required)})`,
          )
          .join('; '),
      }),
      spec: heatmap(input, {
        pitch,
        rows: skills.map(([, name]) => name),
        columns: people.map(person => names.person(person)),
        hidden: everyone.length - people.length,
        key: {
          title: text('unit'),
          items: [
            { symbol: 'outline', text: text('met') },
            { symbol: 'light', text: text('one') },
            { symbol: 'solid', text: text('more') },
            ...(needs.some(({ actual }) => actual === undefined)
              ? [{ symbol: 'sign' as const, text: text('unassessed') }]
              : []),
          ],
        },
        cells: needs.flatMap((need): HeatCell[] => {
          const column = people.indexOf(need.person);
          if (column < 0) return [];
          const actual = need.actual === undefined ? '?' : level(need.actual);
          return [
            {
              row: skills.findIndex(([skill]) => skill === need.skill),
              column,
              of: need.of,
              text: `${actual}/${level(need.required)}`,
              shade: need.actual === undefined ? 'unknown' : shadeOf(missingLevels(need)),
            },
          ];
        }),
        rowTotals: {
          title: text('missing'),
          texts: skills.map(([skill]) =>
            level(sum(needs.filter(need => need.skill === skill).map(missingLevels))),
          ),
        },
      }),
    };
  },
};

const needsOf = (input: ChartInput): Need[] =>
  rowsOf(input, series).flatMap((row, of) => {
    const required = numberIn(row, 'requiredLevel');
    return required === undefined
      ? []
      : [
          {
            of,
            person: codeIn(row, 'employee'),
            skill: codeIn(row, 'skill'),
            skillName: termIn(input, series, row, 'skill'),
            required,
            actual: numberIn(row, 'actualLevel'),
          },
        ];
  });

/** Levels missing; what was not assessed counts for none. */
const missingLevels = ({ required, actual }: Need): number =>
  actual === undefined ? 0 : Math.max(0, required - actual);

const shadeOf = (missing: number): HeatCell['shade'] => {
  if (missing === 0) return 'none';
  return missing > 1 ? 'dark' : 'light';
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
