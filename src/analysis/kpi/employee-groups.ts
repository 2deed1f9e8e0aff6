import { at } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Scope } from '../scope.ts';
import { latestSurvey, measureAnswers, type Question, type Survey } from './employees.ts';
import { type Measurement, unavailable } from './measurement.ts';

type Group = Survey['survey']['groups'][number];

export interface MeasuredGroup {
  readonly id: string;
  readonly name: LocalizedText;
  readonly measured: Measurement;
}

/**
 * Groups whose answers may be shown: each has the minimum, and so has everybody who is in none of them, or nobody is left.
 * Else the answers of a small group would follow by taking those shown from the whole; then the smallest shown one goes, too.
 * @param total answers of the whole survey
 * @param sizes answers by group, disjoint
 */
export const showableGroups = (
  total: number,
  sizes: ReadonlyMap<string, number>,
  minimum: number,
): ReadonlySet<string> => {
  const shown = [...sizes]
    .filter(([, size]) => size >= minimum)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const remainder = (): number => shown.reduce((left, [, size]) => left - size, total);
  while (shown.length > 0 && remainder() > 0 && remainder() < minimum) shown.pop();
  return new Set(shown.map(([id]) => id));
};

/** The groups of the latest survey; those that could give a person away are not available. */
export const employeeGroups = (scope: Scope, question: Question): readonly MeasuredGroup[] => {
  const latest = latestSurvey(scope, question);
  if (latest === undefined) return [];
  const { survey, source } = latest;
  const { minimumGroup } = scope.workspace.settings.thresholds;
  const sizes = new Map(survey.groups.map(group => [group.id, group[question].length]));
  const shown = showableGroups(survey[question].length, sizes, minimumGroup);
  return survey.groups.map((group, index) => ({
    id: group.id,
    name: group.name,
    measured: shown.has(group.id)
      ? measureAnswers(
          scope,
          question,
          latest,
          askedIn(group, question, at(source, 'groups', index, question)),
        )
      : unavailable(
          group[question].length < minimumGroup ? 'group-too-small' : 'group-gives-away-another',
          [at(source, 'groups', index)],
          { minimum: minimumGroup },
        ),
  }));
};

const askedIn = (
  group: Group,
  question: Question,
  source: Parameters<typeof measureAnswers>[3]['source'],
) => ({
  answers: group[question],
  ...(group.invited === undefined ? {} : { invited: group.invited }),
  source,
});
