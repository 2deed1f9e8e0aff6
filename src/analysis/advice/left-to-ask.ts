import type { Advised } from '../../model/advice.ts';
import type { Finding, FindingParam } from '../../model/finding.ts';
import { accounts as accountsParam, count } from '../portfolio/findings.ts';
import type { SettledAsk } from './settle.ts';

/**
 * The finding with the accounts of which its decision may still ask: the parameters that name or count them hold no
 * others.
 * @param besides accounts that something else has asked about already
 * @returns undefined where nothing is left to ask for
 */
export const leftToAsk = (
  finding: Finding,
  settled: SettledAsk | undefined,
  besides: ReadonlySet<string> = new Set(),
): Finding | undefined => {
  if (settled === undefined) return finding;
  const advises = settled.advises.map(one => ({
    ...one,
    accounts: one.accounts.filter(account => !besides.has(account)),
  }));
  if (!settled.stands || advises.every(({ accounts }) => accounts.length === 0)) return undefined;
  return {
    ...finding,
    advises,
    params: { ...finding.params, ...Object.fromEntries(advises.flatMap(paramsOf)) },
  };
};

type Param = readonly [string, FindingParam];

const paramsOf = ({ accounts, named, counted }: Advised): readonly Param[] => {
  const names: Param[] = named === undefined ? [] : [[named, accountsParam(accounts)]];
  const counts: Param[] = counted === undefined ? [] : [[counted, count(accounts.length)]];
  return [...names, ...counts];
};
