import type { Figure } from '../../model/figure.ts';
import { previous } from '../../model/period.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import * as column from '../portfolio/columns.ts';
import { joinTexts } from '../programme/joined-text.ts';
import type { Scope } from '../scope.ts';
import { type AccountEvent, type EventKind, eventsBetween } from './events.ts';

/** What happened to accounts since the last quarter. */
export const recentEvents = (scope: Scope): readonly AccountEvent[] =>
  eventsBetween(scope.at(previous(scope.period)), scope);

const counted = ['new', 'lost', 'designated', 'released'] as const satisfies readonly EventKind[];
const eventFigureId = (kind: EventKind): string => `portfolio.movements.${kind}`;
/** The figures that say how many came, left, got key status and lost it. */
export const eventFigureIds: readonly string[] = counted.map(eventFigureId);

/** How many came, left, got key status or lost it since the last quarter. */
export const eventFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const events = scope.of(recentEvents);
  return counted.map(kind => {
    const own = events.filter(event => event.kind === kind);
    const others = events.filter(event => event.kind !== kind);
    return make(
      eventFigureId(kind),
      own.length,
      'count',
      0,
      () => {
        const sources = [...own, ...others].flatMap(({ sources: [place] }) => place ?? []);
        return sources.length > 0 ? sources : [at(scope.workspace.settings.source, 'period')];
      },
      { formula: numberOfFirst(own.length), ...(kind === 'lost' ? { polarity: 'lower' as const } : {}) },
    );
  });
};

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
