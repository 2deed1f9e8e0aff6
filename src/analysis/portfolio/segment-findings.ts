import type { Finding } from '../../model/finding.ts';
import type { Scope } from '../scope.ts';
import { accounts, choice, count, finding, share, text } from './findings.ts';
import { directionOf } from './revenue-findings.ts';
import { segmentValues } from './segment-values.ts';
import { migrations, type Segmented, segmentation } from './segmentation.ts';

/** The heaviest segment, who changed segment, and who has none: for each scheme, the first one ahead of the others. */
export const segmentFindings = (scope: Scope): readonly Finding[] =>
  scope
    .of(segmentation)
    .flatMap(segmented => [
      ...largest(scope, segmented),
      ...migrated(scope, segmented),
      ...unmatched(segmented),
    ]);

const ofScheme = ({ scheme, index }: Segmented, found: Finding): Finding => ({
  ...found,
  id: `${found.code}.${scheme.id}`,
  rank: found.rank - index,
  params: { ...found.params, scheme: text(scheme.name) },
});

const figureIds = ({ scheme }: Segmented, segment: string, names: readonly string[]): string[] =>
  names.map(name => `portfolio.segments.${scheme.id}.${segment}.${name}`);

const largest = (scope: Scope, segmented: Segmented): readonly Finding[] => {
  const [first] = [...segmentValues(scope, segmented)]
    .filter(({ segment, share: part }) => segment !== undefined && part !== undefined)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  if (first?.segment === undefined || first.share === undefined || first.share === 0) return [];
  return [
    ofScheme(
      segmented,
      finding(
        'segments.largest',
        'notable',
        70,
        figureIds(segmented, first.segment.id, ['accounts', 'share', 'growth']),
        {
          segment: text(first.segment.name),
          members: count(first.members.length),
          share: share(first.share),
          direction: choice(first.growth === undefined ? 'unknown' : directionOf(first.growth)),
          change: share(Math.abs(first.growth ?? 0)),
        },
      ),
    ),
  ];
};

const migrated = (scope: Scope, segmented: Segmented): readonly Finding[] => {
  const moved = migrations(scope, segmented.index);
  const [only] = moved;
  if (only === undefined) return [];
  return [
    ofScheme(
      segmented,
      finding('segments.migration', 'notable', 60, [`portfolio.segments.${segmented.scheme.id}.migrated`], {
        moved: count(moved.length),
        accounts: accounts(moved.map(({ customer }) => customer.id)),
      }),
    ),
  ];
};

const unmatched = (segmented: Segmented): readonly Finding[] => {
  const outside = segmented.members.filter(member => member.segment === undefined);
  if (outside.length === 0) return [];
  return [
    ofScheme(
      segmented,
      finding(
        'segments.unmatched',
        'attention',
        40,
        [`portfolio.segments.${segmented.scheme.id}.unmatched`],
        {
          outside: count(outside.length),
          of: count(segmented.members.length),
          accounts: accounts(outside.map(({ customer }) => customer.id)),
        },
      ),
    ),
  ];
};
