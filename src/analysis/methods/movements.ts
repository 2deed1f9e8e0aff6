import { methodOf } from '../method.ts';
import { fallenScores } from '../movements/account-findings.ts';
import { eventFigures, eventSeries } from '../movements/event-results.ts';
import { movementFindings } from '../movements/findings.ts';
import { placeSeries } from '../movements/places.ts';
import { accountScoreMovements, scoreMovementFigures, scoreMovements } from '../movements/score-results.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

/** What moved since the last quarter: scores by criterion, customers that came and left, key status, new ratings. */
export const movements = methodOf(
  {
    id: 'movements',
    section: '5',
    literature: [
      'Sun, J. W. (1998). Changes in energy consumption and energy intensity: a complete decomposition model. Energy Economics 20(1).',
    ],
    settings: ['scoring.criteria'],
    finds: { everyone: ['movements'], account: ['account'] },
  },
  {
    figures: eventFigures,
    series: scope => [
      seriesOnDemand(scope, 'portfolio.movements.scores', () => scoreMovements(scope)),
      seriesOnDemand(scope, 'portfolio.movements.events', () => eventSeries(scope)),
      seriesOnDemand(scope, 'portfolio.movements.places', () => placeSeries(scope)),
    ],
    findings: scope => [...movementFindings(scope), ...fallenScores(scope)],
    ofAccount: { figures: scoreMovementFigures, series: accountScoreMovements },
  },
);
