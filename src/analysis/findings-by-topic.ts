import type { ById } from '../model/by-id.ts';
import type { MethodId } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import { compareIds } from '../model/order.ts';
import type { Finds, Method, Results } from './method.ts';
import type { Reading } from './reading/reading.ts';

/** What the methods found, by severity, then rank, then id. Only the methods are run that can have what is asked for. */
export interface FindingsByTopic {
  all(): readonly Finding[];
  onTopic(topic: string): readonly Finding[];
  about(kind: 'account' | 'kam'): readonly Finding[];
  /** Those that would do something with accounts, the most important first. */
  advising(): readonly Finding[];
  /** Which method made a finding. */
  readonly finders: Pick<ById<MethodId>, 'get'>;
}

const severityOrder = ['critical', 'attention', 'notable', 'good'];

/** @throws Error when asked, where a method finds what it does not say that it finds: a bug of ours, never of the data */
export const findingsByTopic = (
  methods: readonly Method[],
  resultsOf: (method: Method) => Results,
  { keepEach }: Reading,
): FindingsByTopic => {
  const finders = new Map<string, MethodId>();
  const foundBy = keepEach((method: Method): readonly Finding[] => {
    const { findings } = resultsOf(method);
    for (const finding of findings) {
      if (!isAnnounced(finding, method.finds))
        throw new Error(`${method.id} does not say that it finds ${finding.code}`);
      if (hasSay(finding) && method.advises !== true)
        throw new Error(`${method.id} does not say that it advises, as ${finding.code} does`);
      finders.set(finding.id, method.id);
    }
    return findings;
  });
  const found = (can: (method: Method) => boolean, is: (finding: Finding) => boolean): readonly Finding[] =>
    methods.filter(can).flatMap(foundBy).filter(is).sort(bySeverity);
  const all = keepEach((_: 'all') =>
    found(
      () => true,
      () => true,
    ),
  );
  const onTopic = keepEach((topic: string) =>
    found(
      ({ finds }) => Object.values(finds).some(topics => topics.includes(topic)),
      finding => finding.topic === topic,
    ),
  );
  const about = keepEach((kind: 'account' | 'kam') =>
    found(
      ({ finds }) => finds[kind] !== undefined,
      finding => finding[kind] !== undefined,
    ),
  );
  return {
    all: () => all('all'),
    onTopic,
    about,
    advising: () => found(({ advises }) => advises === true, hasSay),
    finders: {
      get: id => {
        if (!finders.has(id)) all('all');
        return finders.get(id);
      },
    },
  };
};

/** Who only tends an account asks for nothing that others could contradict. */
const hasSay = ({ advises = [] }: Finding): boolean => advises.some(({ course }) => course !== 'tend');

const isAnnounced = ({ topic, account, kam }: Finding, finds: Finds): boolean => {
  const kind = account === undefined ? (kam === undefined ? 'everyone' : 'kam') : 'account';
  return finds[kind]?.includes(topic) === true;
};

const bySeverity = (a: Finding, b: Finding): number =>
  severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
  b.rank - a.rank ||
  compareIds(a.id, b.id);
