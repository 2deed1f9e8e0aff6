import type { CustomerProfile } from '../../model/customer-profile.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import { allAccountsRead, type Draft } from '../draft.ts';
import { isOff } from './scoring.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Whom to let go and whom to serve: lines on their scales, quarters in their order, fields that some account has. */
export function* checkRationalisation(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { rationalisation, settings, accounts } = draft;
  for (const account of accounts) yield* checkWallet(account, tools);
  if (rationalisation === undefined) return;
  const { source, earlier, profile } = rationalisation;
  if (settings !== undefined && earlier !== undefined && earlier > settings.period)
    yield catalogue.wrongOrder(
      tools.locate(at(source, 'earlier')),
      'period',
      settings.period,
      'earlier',
      earlier,
    );
  yield* checkScore(draft, tools);
  if (profile !== undefined) yield* checkProfile(draft, profile, at(source, 'profile', 'fields'), tools);
}

function* checkScore({ rationalisation, scoring }: Draft, { locate }: Tools): Generator<Diagnostic> {
  const score = rationalisation?.protect.score;
  if (rationalisation === undefined || scoring === undefined || typeof score !== 'number') return;
  if (isOff(score, scoring.scale))
    yield catalogue.offScale(locate(at(rationalisation.source, 'protect', 'score')), score, scoring.scale);
}

function* checkProfile(
  draft: Draft,
  { fields }: CustomerProfile,
  list: SourceRef,
  tools: Tools,
): Generator<Diagnostic> {
  const { accounts } = draft;
  yield* duplicateIds(
    fields.map(({ field }) => ({ id: field })),
    list,
    tools,
    'field',
  );
  const own = new Set(accounts.flatMap(account => Object.keys(account.fields).map(name => `fields.${name}`)));
  for (const [index, { field, bands }] of fields.entries()) {
    if (!field.startsWith('fields.')) continue;
    if (allAccountsRead(draft)) yield* unknownReference('field', field, own, at(list, index, 'field'), tools);
    if (bands !== undefined)
      for (const account of accounts) yield* checkNumber(account, field.slice('fields.'.length), tools);
  }
}

/** A word in a field of numbers would fall out of every band, and count as not recorded. */
function* checkNumber({ fields, source }: Account, name: string, { locate }: Tools): Generator<Diagnostic> {
  const value = fields[name];
  if (value !== undefined && typeof value !== 'number')
    yield catalogue.contradiction(
      locate(at(source, 'fields', name)),
      `The profile puts the numbers of "${name}" into bands, and this is not a number`,
      'Write a number, or take the bands away from the field in rationalisation.yaml.',
    );
}

/** Nobody buys more from us than from all its suppliers. */
function* checkWallet({ history, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [quarter, { revenue, walletSpend }] of Object.entries(history))
    if (revenue !== undefined && walletSpend !== undefined && revenue > walletSpend)
      yield catalogue.moreThanAll(
        locate(at(source, 'history', quarter, 'walletSpend')),
        'revenue',
        revenue,
        'walletSpend',
        walletSpend,
      );
}
