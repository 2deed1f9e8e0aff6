import type { ProfileField } from '../../model/customer-profile.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';

/** The value of a field as the profile tells values apart; undefined where it is not recorded, or not a number where bands ask for one. */
export const profileValue = (account: Account, { field, bands }: ProfileField): string | undefined => {
  const value = recorded(account, field);
  if (value === undefined) return undefined;
  if (bands === undefined) return String(value);
  return typeof value === 'number'
    ? bands.find(({ below }) => below === undefined || value < below)?.name
    : undefined;
};

const recorded = (account: Account, field: string): string | number | boolean | undefined => {
  switch (field) {
    case 'industry':
    case 'country':
    case 'region':
    case 'type':
      return account[field];
    default:
      return account.fields[field.slice('fields.'.length)];
  }
};

/** Where the value stands, or would stand. */
export const valueSource = (account: Account, { field }: ProfileField): SourceRef =>
  at(account.source, ...field.split('.'));
