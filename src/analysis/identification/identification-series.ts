import { criterionKinds } from '../../model/identification.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import * as column from '../portfolio/columns.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { pointsTable } from '../portfolio/points-table.ts';
import { standingOf } from '../portfolio/standing.ts';
import { joinTexts } from '../programme/joined-text.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import { accountTypes } from './account-type.ts';
import { type Answer, type Checklist, type ChecklistItem, checklists, checklistsOf } from './checklist.ts';
import { focus, isInFocus } from './focus.ts';
import { measuredEvidence } from './measured.ts';

export const identificationSeries = (scope: Scope): Series[] => [
  seriesOnDemand(scope, 'portfolio.identification', () => summary(scope)),
  seriesOnDemand(scope, 'portfolio.identification.checklists', () => allDetails(scope)),
  catalogue(scope),
];

/** The checklist of one account, where it is printed. */
export const accountIdentificationSeries = (scope: Scope, account: string): Series[] =>
  checklistsOf(scope, account)
    .filter(checklist => isInFocus(scope, checklist))
    .map(checklist => details(scope, checklist));

/** One row an account: its type, and which criteria it meets, misses and leaves open. */
const summary = (scope: Scope): Series => {
  const rows = scope.of(focus);
  return {
    id: 'portfolio.identification',
    columns: [
      column.account,
      column.term('standing', 'identification-standing'),
      column.shows(column.term('accountType', 'accountType'), 'account.{account}.identification.type'),
      column.term('typeBasis', 'type-basis'),
      column.shows(column.count('criteriaMet'), 'account.{account}.identification.met'),
      column.count('criteriaNotMet'),
      column.count('criteriaUnknown'),
      { id: 'notMet', kind: 'text', absent: 'none-of-them' },
      column.text('unanswered'),
    ],
    rows: rows.map(checklist => summaryRow(scope, checklist)),
    get rowInputs() {
      return rows.map(({ customer, items }) => [
        at(customer.account.source, 'status'),
        ...(scope.of(accountTypes).get(customer.id)?.inputs ?? []),
        ...items.flatMap(({ inputs }) => inputs),
      ]);
    },
    get inputs() {
      return rows.map(({ customer }) => `account.${customer.id}.identification.met`);
    },
  };
};

const summaryRow = (scope: Scope, { customer, row, items, met, notMet, unknown }: Checklist): Row => {
  const { type, basis } = scope.of(accountTypes).get(customer.id) ?? { basis: 'open' as const };
  return {
    account: customer.id,
    standing: row.key ? 'key' : standingOf(scope, customer),
    accountType: column.orMissing(type),
    typeBasis: basis,
    criteriaMet: unknown === items.length ? null : met,
    criteriaNotMet: notMet,
    criteriaUnknown: unknown,
    notMet: column.orMissing(namesOf(items, 'not-met')),
    unanswered: column.orMissing(namesOf(items, 'unknown')),
  };
};

/** How many criteria a cell names; their counts stand beside it. */
const mostNames = 6;

const namesOf = (items: readonly ChecklistItem[], answer: Answer): LocalizedText | undefined => {
  const names = items.filter(item => item.answer === answer).map(({ name }) => name);
  const more = names.length > mostNames ? ['…'] : [];
  return joinTexts([...names.slice(0, mostNames), ...more], ', ');
};

/** The catalogue of criteria: what each asks, which of ours answers it, and how many accounts meet it. */
const catalogue = (scope: Scope): Series => {
  const all = scope.of(checklists);
  const scoring = scope.of(pointsTable)?.scoring;
  const chosen = [...(scoring?.criteria ?? []), ...(scoring?.identification.checks ?? [])];
  const kinds = criterionKinds.filter(kind => kind !== 'other' || chosen.some(one => one.kind === kind));
  return {
    id: 'portfolio.identification.catalogue',
    columns: [
      column.term('criterionKind', 'criterion-kind'),
      column.term('asks', 'criterion-asks'),
      { id: 'criterion', kind: 'text', absent: 'criterion-not-chosen' },
      column.count('criteriaMet'),
      column.count('criteriaNotMet'),
      column.count('criteriaUnknown'),
    ],
    rows: kinds.map(kind => {
      const items = all.flatMap(checklist => checklist.items.filter(item => item.kind === kind));
      const count = (answer: Answer): number | null =>
        items.length === 0 ? null : items.filter(item => item.answer === answer).length;
      return {
        criterionKind: kind,
        asks: kind,
        criterion: column.orMissing(
          joinTexts(
            chosen.filter(one => one.kind === kind).map(({ name }) => name),
            ', ',
          ),
        ),
        criteriaMet: count('met'),
        criteriaNotMet: count('not-met'),
        criteriaUnknown: count('unknown'),
      };
    }),
    get rowInputs() {
      return kinds.map(kind => [
        ...all.flatMap(checklist =>
          checklist.items.filter(item => item.kind === kind).flatMap(({ inputs }) => inputs),
        ),
        ...(scoring === undefined ? [] : [scoring.source]),
      ]);
    },
    get inputs() {
      return scoring === undefined ? [] : [scoring.source];
    },
  };
};

/** Columns of a checklist. @param account id, or the column of the row that holds it, in braces */
const detailColumns = (scope: Scope, account: string): readonly Column[] => {
  const scale = scope.of(pointsTable)?.scoring.scale;
  const precision = scale === undefined ? 2 : scorePrecision(scale);
  return [
    column.text('criterionId'),
    column.text('criterion'),
    column.term('criterionKind', 'criterion-kind'),
    column.term('checkAnswer', 'check-answer'),
    column.shows(
      column.measure('points', 'score', precision),
      `account.${account}.score.criterion.{criterionId}`,
    ),
    column.measure('cutPoints', 'score', 1),
    column.term('checkBasis', 'check-basis'),
    column.term('checkEvidence', 'check-evidence'),
    column.term('checkMeasure', 'derived-measure'),
    column.measure('checkValue', 'index', 1),
    column.text('checkNote'),
    { id: 'checkedBy', kind: 'person' },
    { id: 'checkedOn', kind: 'date' },
    { id: 'ratedIn', kind: 'period' },
    column.text('unit'),
    column.count('precision'),
  ];
};

/** `portfolio.identification.checklists`: every checklist that is printed, one below the other. */
const allDetails = (scope: Scope): Series => {
  const rows = scope.of(focus).flatMap(({ customer, items }) => items.map(item => ({ customer, item })));
  return {
    id: 'portfolio.identification.checklists',
    columns: [column.account, ...detailColumns(scope, '{account}')],
    rows: rows.map(({ customer, item }) => ({
      account: customer.id,
      ...detailRow(scope, customer, item),
    })),
    get inputs() {
      return scope.of(focus).map(({ customer }) => `account.${customer.id}.identification.met`);
    },
    get rowInputs() {
      return rows.map(({ item }) => item.inputs);
    },
  };
};

/** The checklist of one account with the evidence of each answer. */
const details = (scope: Scope, { customer, items }: Checklist): Series => ({
  id: `account.${customer.id}.identification`,
  columns: detailColumns(scope, customer.id),
  rows: items.map(item => detailRow(scope, customer, item)),
  inputs: [`account.${customer.id}.identification.met`],
  rowInputs: items.map(({ inputs }) => inputs),
});

/** What an answer rests on: a person's words, data, points alone, or nothing that is written down. */
const evidenceFor = ({ answer, note, criterion, points }: ChecklistItem): string => {
  if (answer === 'unknown') return 'unanswered';
  if (note !== undefined) return 'noted';
  if (criterion?.derive !== undefined) return 'measured';
  return points === undefined ? 'none' : 'rated';
};

const detailRow = (scope: Scope, customer: Checklist['customer'], item: ChecklistItem): Row => {
  const measure = item.criterion?.derive?.measure;
  const evidence = measure === undefined ? undefined : measuredEvidence(scope, customer, measure);
  return {
    criterionId: column.orMissing(item.criterion?.id),
    criterion: item.name,
    criterionKind: item.kind,
    checkAnswer: item.answer,
    points: column.orMissing(item.points),
    cutPoints: column.orMissing(item.cut),
    checkBasis: item.basis,
    checkEvidence: evidenceFor(item),
    checkMeasure: column.orMissing(evidence?.measure),
    checkValue: column.orMissing(evidence?.value),
    checkNote: column.orMissing(item.note),
    checkedBy: column.orMissing(item.by),
    checkedOn: column.orMissing(item.date),
    ratedIn: column.orMissing(item.ratedIn),
    unit: column.orMissing(evidence?.unit),
    precision: column.orMissing(evidence?.precision),
  };
};
