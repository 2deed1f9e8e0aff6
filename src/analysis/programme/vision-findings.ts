import type { Finding, FindingParam } from '../../model/finding.ts';
import { keyCustomers } from '../customers.ts';
import { accounts, choice, count, finding, quoted, term, terms, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { alignment, type Orphan } from './alignment.ts';
import type { Aspect } from './lexicon/lexicon.ts';
import { presenceTests } from './statement-reading.ts';
import {
  accountStatements,
  hasStatement,
  programmeStatements,
  type ReadStatement,
  type StatementKind,
} from './statements.ts';

const statement = (code: StatementKind): FindingParam => ({
  kind: 'term',
  vocabulary: 'statement-inline',
  code,
});
const aspect = (code: Aspect): FindingParam => term('aspect-inline', code);

/** What the tests of the statements and the alignment say. */
export const visionFindings = (scope: Scope): Finding[] => {
  const statements = scope.of(programmeStatements);
  return [
    ...passedFinding(statements),
    ...statements.flatMap(missingFinding),
    ...statements.flatMap(restrictionFinding),
    ...orphanFinding(scope),
    ...accountFinding(scope),
    ...withoutFinding(scope),
  ];
};

const passes = ({ reading }: ReadStatement): boolean => reading.passed === presenceTests.length;

const passedFinding = (statements: readonly ReadStatement[]): Finding[] => {
  if (statements.length === 0 || !statements.every(passes)) return [];
  const figures = statements.map(({ kind }) => `programme.vision.${kind}.passed`);
  return [finding('vision.passed', 'good', 40, figures, { statements: count(statements.length) })];
};

const missingFinding = (read: ReadStatement): Finding[] => {
  const { kind, reading } = read;
  const missing = reading.aspects.filter(
    one => presenceTests.includes(one.aspect) && one.presence !== 'present',
  );
  const [first] = missing;
  if (first === undefined) return [];
  const suggested = missing.filter(({ presence }) => presence === 'suggested').length;
  return [
    {
      ...finding('vision.test-missing', 'attention', 70, [`programme.vision.${kind}.${first.aspect}`], {
        statement: statement(kind),
        missing: count(missing.length),
        aspect: aspect(first.aspect),
        aspects: terms(
          'aspect-inline',
          missing.map(one => one.aspect),
        ),
        suggested: count(suggested),
      }),
      id: `vision.test-missing.${kind}`,
    },
  ];
};

const restrictionFinding = ({ kind, reading }: ReadStatement): Finding[] => {
  const [first] = reading.warnings;
  if (first === undefined) return [];
  return [
    {
      ...finding('vision.restricts', 'notable', 45, [`programme.vision.${kind}.warnings`], {
        statement: statement(kind),
        words: text(first.words),
        warnings: count(reading.warnings.length),
      }),
      id: `vision.restricts.${kind}`,
    },
  ];
};

const orphanFinding = (scope: Scope): Finding[] => {
  const rows = scope.of(alignment);
  const number = (orphan: Orphan): number => rows.filter(row => row.orphan === orphan).length;
  const unserved = rows.filter(({ orphan }) => orphan === 'no-objective');
  const idle = rows.filter(({ orphan }) => orphan === 'no-strategy');
  const [lines, objectives] = [unserved.length, idle.length];
  const [segments, kpis] = [number('segment-not-used'), number('kpi-not-used')];
  const unmeasured = rows.filter(({ gaps }) =>
    gaps.some(gap => gap === 'no-kpi' || gap === 'kpi-not-selected'),
  ).length;
  const rest = { segments: count(segments), kpis: count(kpis), unmeasured: count(unmeasured) };
  if (lines + objectives > 0)
    return [
      finding('vision.orphans', 'attention', 60, ['programme.vision.orphans'], {
        lines: count(lines),
        objectives: count(objectives),
        // Vision and mission have no name of their own to be called by.
        named: choice(unserved.every(({ strategy }) => strategy.length > 0) ? 'yes' : 'no'),
        lineNames: quoted(unserved.flatMap(({ strategy }) => strategy)),
        objectiveNames: quoted(idle.flatMap(({ objective }) => (objective === undefined ? [] : [objective]))),
        ...rest,
      }),
    ];
  return segments + kpis + unmeasured === 0
    ? []
    : [finding('vision.unused', 'notable', 35, ['programme.vision.orphans'], rest)];
};

const accountFinding = (scope: Scope): Finding[] => {
  const failing = scope.of(accountStatements).filter(read => !passes(read));
  const ids = [...new Set(failing.map(({ account }) => account))];
  if (ids.length === 0) return [];
  return [
    finding(
      'vision.accounts-incomplete',
      'notable',
      25,
      failing.map(({ account, kind }) => `account.${account}.vision.${kind}`),
      {
        accounts: accounts(ids),
        number: count(ids.length),
      },
    ),
  ];
};

/** Key accounts that lack a statement, once some have one: where nobody writes any, it is not a habit of the programme. */
const withoutFinding = (scope: Scope): Finding[] => {
  const key = scope.of(keyCustomers);
  const without = key.filter(customer => !hasStatement(customer));
  const lacking = (kind: StatementKind) =>
    key.filter(customer => hasStatement(customer) && customer.account[kind] === undefined);
  const [vision, mission] = [lacking('vision'), lacking('mission')];
  if (without.length + vision.length + mission.length === 0 || without.length === key.length) return [];
  return [
    finding('vision.accounts-without', 'notable', 20, ['programme.vision.accounts'], {
      accounts: accounts(without.map(({ id }) => id)),
      number: count(without.length),
      vision: count(vision.length),
      visionAccounts: accounts(vision.map(({ id }) => id)),
      mission: count(mission.length),
      missionAccounts: accounts(mission.map(({ id }) => id)),
      lacking: count(without.length + vision.length + mission.length),
      key: count(key.length),
    }),
  ];
};
