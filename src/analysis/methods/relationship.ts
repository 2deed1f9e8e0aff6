import type { Method } from '../method.ts';
import { relationships } from '../relation/relationship.ts';
import { portfolioRelationshipFigures, relationshipFigures } from '../relation/relationship-figures.ts';
import { relationshipFindings } from '../relation/relationship-findings.ts';
import { portfolioRelationship, relationshipSeries, rolesSeries } from '../relation/relationship-series.ts';

const id = 'relationship';

/** Who decides at each account, how they stand towards us, who of ours answers for them and when they last heard from us. */
export const relationship: Method = {
  id,
  section: '3.7',
  literature: [],
  settings: [
    'relationship.roles',
    'relationship.influential',
    'relationship.cadence',
    'relationship.roleCadence',
    'relationship.otherCadence',
    'relationship.sponsorCadence',
    'workspace.document.dataAsOf',
  ],
  run: scope => {
    const maps = scope.of(relationships);
    return {
      figures: [
        ...portfolioRelationshipFigures(scope, id),
        ...maps.flatMap(map => relationshipFigures(scope, id, map)),
      ],
      series: [
        portfolioRelationship(scope),
        ...maps.flatMap(map => [relationshipSeries(map), rolesSeries(map)]),
      ],
      findings: relationshipFindings(scope),
    };
  },
};
