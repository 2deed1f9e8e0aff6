import { methodOf } from '../method.ts';
import { relationshipWith } from '../relation/relationship.ts';
import { portfolioRelationshipFigures, relationshipFigures } from '../relation/relationship-figures.ts';
import { relationshipFindings } from '../relation/relationship-findings.ts';
import { portfolioRelationship, relationshipSeries, rolesSeries } from '../relation/relationship-series.ts';

/** Who decides at each account, how they stand towards us, who of ours answers for them and when they last heard from us. */
export const relationship = methodOf(
  {
    id: 'relationship',
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
    finds: { everyone: ['relationship'], account: ['relationship'] },
  },
  {
    figures: portfolioRelationshipFigures,
    series: scope => [portfolioRelationship(scope)],
    findings: relationshipFindings,
    ofAccount: {
      figures: (scope, method, account) => {
        const map = relationshipWith(scope, account);
        return map === undefined ? [] : relationshipFigures(scope, method, map);
      },
      series: (scope, account) => {
        const map = relationshipWith(scope, account);
        return map === undefined ? [] : [relationshipSeries(map), rolesSeries(map)];
      },
    },
  },
);
