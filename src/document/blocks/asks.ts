import { leftToAsk } from '../../analysis/advice/left-to-ask.ts';
import type { SettledAsk, Yielded } from '../../analysis/advice/settle.ts';
import { sentenceOf, withFullStop } from '../../locale/sentence.ts';
import type { Course } from '../../model/advice.ts';
import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { AskGroup, Block, Html } from '../model.ts';
import { referenceMark } from '../references.ts';
import { explained, showFinding } from '../shown.ts';
import { findingsNamed } from '../subject.ts';
import { decisionMark, soughtDecisions } from './decisions.ts';

/**
 * What a section asks for, at its end: the decisions put to the board that take it up, then what the first finding of each
 * topic or code recommends, and where asked for those that a summary listed, with what the board decides of the account at hand, as far as nothing more decisive speaks of the same accounts.
 */
export const asksBlock = (
  options: CellOptions<'asks'>,
  context: BlockContext,
): Extract<Block, { kind: 'asks' }> => {
  const { analysis, locale, at, collected } = context;
  const advisesOn = (finding: Finding): boolean =>
    locale.has(`findings.${finding.code}.decision`) && concernsSomeone(finding);
  const findings = options.of.flatMap(name => findingsNamed(name, analysis, at).find(advisesOn) ?? []);
  const listed = options.listed ? collected.listed.filter(advisesOn) : [];
  const asked = firstThatAsk([...new Set([...findings, ...listed])], options.limit, context);
  const decided = new Set(asked.flatMap(({ decisions }) => decisions));
  const groups: readonly AskGroup[] = [
    {
      kind: 'decision',
      title: locale.t('interface.asksDecision'),
      items: soughtDecisions(context)
        .filter(
          ({ decision }) => decided.has(decision.id) || (options.listed && isAbout(decision, at.account)),
        )
        .map(({ label, decision }) => decisionMark(label, decision, context)),
    },
    {
      kind: 'follow-up',
      title: locale.t(collected.decisionsShown ? 'interface.asksFollowUp' : 'interface.asks'),
      items: asked.flatMap(({ request, notes }) => [...request, ...notes]),
    },
  ];
  const filled = groups.filter(({ items }) => items.length > 0);
  return {
    kind: 'asks',
    groups: options.note === undefined ? filled : signed(filled, context.plain(options.note)),
  };
};

/** The first that ask for something, as many as there is room for; the others count as unasked, for their own sections. */
const firstThatAsk = (
  findings: readonly Finding[],
  limit: number | undefined,
  context: BlockContext,
): readonly Asked[] => {
  const asked: Asked[] = [];
  for (const finding of findings) {
    if (asked.filter(({ request, notes }) => request.length + notes.length > 0).length === limit) break;
    asked.push(askOf(finding, context));
  }
  return asked;
};

/** Its plan begins with what the board decides of an account, whether or not a section would have asked for it. */
const isAbout = ({ accounts }: Decision, account: string | undefined): boolean =>
  account !== undefined && Object.values(accounts).some(ids => ids.includes(account));

/** Says who answers after the last thing asked for; where nothing is, nobody does. */
const signed = (groups: readonly AskGroup[], note: string): readonly AskGroup[] =>
  groups.map((group, index) =>
    note === '' || index < groups.length - 1
      ? group
      : { ...group, items: [...group.items, `<small>${escapeMarkup(note)}</small>`] },
  );

/** A finding that would advise, and has nobody to advise about, recommends nothing. */
const concernsSomeone = ({ advises }: Finding): boolean =>
  advises === undefined || advises.some(({ accounts }) => accounts.length > 0);

interface Asked {
  readonly request: readonly Html[];
  /** Why it does not ask of some accounts. */
  readonly notes: readonly Html[];
  /** Decisions of the board that take it up, by id. */
  readonly decisions: readonly string[];
}

const askOf = (finding: Finding, context: BlockContext): Asked => {
  const { analysis, locale, names } = context;
  showFinding(context, finding);
  const settled = analysis.settle(finding);
  const repeated = alreadyAsked(finding, settled, context);
  const left = leftToAsk(finding, settled, repeated.accounts);
  noteAsked(left, context);
  // Where all is well, the sentence of a recommendation is empty: nobody asks to go on as before.
  const sentence = left && sentenceOf(left, 'decision', { locale, names, figures: analysis.figures })?.trim();
  return {
    request:
      sentence === undefined || sentence === ''
        ? []
        : [explained(escapeMarkup(withFullStop(sentence)), finding.figures)],
    notes: [...notesOf(settled, context), ...repeated.notes],
    decisions: (settled?.yields ?? []).flatMap(({ to }) => (to.kind === 'decision' ? [to.id] : [])),
  };
};

/** Courses that are asked for once in a document: whoever asks second refers to the first. */
const askedOnce: readonly Course[] = ['leave', 'withdraw', 'reduce', 'invest', 'admit'];

const alreadyAsked = (
  finding: Finding,
  settled: SettledAsk | undefined,
  { collected, names, locale }: BlockContext,
): { readonly accounts: ReadonlySet<string>; readonly notes: readonly Html[] } => {
  const repeated = (settled?.advises ?? []).flatMap(({ course, accounts }) =>
    accounts.flatMap(account => {
      const by = collected.asked.get(`${course} ${account}`);
      return by === undefined || by === finding.id ? [] : [{ account, by }];
    }),
  );
  const askers = [...new Set(repeated.map(({ by }) => by))];
  const notes = askers.map(by => {
    const accounts = repeated.filter(one => one.by === by).map(({ account }) => names.shortAccount(account));
    const text = locale.say('interface.asksAbove', {
      accounts: locale.list([...new Set(accounts)]),
      count: accounts.length,
    });
    return `${escapeMarkup(text)}${askMark(by)}`;
  });
  return { accounts: new Set(repeated.map(({ account }) => account)), notes };
};

const noteAsked = (left: Finding | undefined, { collected, locale }: BlockContext): void => {
  if (left === undefined) return;
  const section = collected.sections[collected.section - 1];
  if (section !== undefined)
    collected.labels.set(askLabel(left.id), {
      anchor: section.id,
      label: locale.t('interface.asksIn', { number: collected.section }),
    });
  for (const { course, accounts } of left.advises ?? [])
    if (askedOnce.includes(course))
      for (const account of accounts) collected.asked.set(`${course} ${account}`, left.id);
};

/** A decision of the board is named among the decisions; what yields to another finding says to which question. */
const notesOf = (settled: SettledAsk | undefined, { locale, names }: BlockContext): readonly Html[] =>
  (settled?.yields ?? []).flatMap(({ accounts, to }: Yielded) => {
    if (to.kind === 'decision') return [];
    const text = locale.say('interface.asksYield', {
      accounts: locale.list(accounts.map(id => names.shortAccount(id))),
      count: accounts.length,
      course: to.course,
    });
    return [`${escapeMarkup(text)}${askMark(to.id)}`];
  });

const askLabel = (finding: string): string => `ask:${finding.replaceAll(/[^a-z0-9]/g, '-')}`;

/** Names the section in which a finding asks, as a link; nothing where this document has no such section. */
const askMark = (finding: string): Html => ` ${referenceMark(askLabel(finding))}`;
