import { previous } from '../../model/period.ts';
import type { Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import { joinTexts } from '../programme/joined-text.ts';
import type { Scope } from '../scope.ts';
import { type AccountEvent, eventsBetween } from './events.ts';

/** What happened to accounts since the last quarter. */
export const recentEvents = (scope: Scope): readonly AccountEvent[] =>
  eventsBetween(scope.at(previous(scope.period)), scope);

/** `portfolio.movements.events`: one row an event; `criteria` names what was rated anew. */
export const eventSeries = (scope: Scope): Series => {
  const events = scope.of(recentEvents);
  return {
    id: 'portfolio.movements.events',
    columns: [
      column.term('event', 'event'),
      column.account,
      column.period,
      { id: 'date', kind: 'date' },
      column.count('ratedCriteria'),
      column.text('criteriaRated'),
    ],
    rows: events.map(({ kind, customer, period, date, criteria }) => ({
      event: kind,
      account: customer.id,
      period,
      date: column.orMissing(date),
      ratedCriteria: criteria.length === 0 ? null : criteria.length,
      criteriaRated: column.orMissing(joinTexts(criteria, ', ')),
    })),
    get inputs() {
      return events.flatMap(({ sources }) => sources);
    },
    get rowInputs() {
      return events.map(({ sources }) => sources);
    },
  };
};
