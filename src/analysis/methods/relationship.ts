import { type Method, onDemand } from '../method.ts';
import { relationshipWith } from '../relation/relationship.ts';
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
  finds: { everyone: ['relationship'], account: ['relationship'] },
  run: scope =>
    onDemand({
      figures: () => portfolioRelationshipFigures(scope, id),
      series: () => [portfolioRelationship(scope)],
      findings: () => relationshipFindings(scope),
    }),
  ofAccount: (scope, account) => {
    const map = relationshipWith(scope, account);
    return map === undefined
      ? { figures: [], series: [] }
      : { figures: relationshipFigures(scope, id, map), series: [relationshipSeries(map), rolesSeries(map)] };
  },
};
