import { deflateSync, strToU8 } from 'fflate';
import type { Card } from '../explain/card.ts';

const chunk = 0x8000;

/**
 * The cards of figures as the script of the page reads them: JSON, deflated, in base64. By a library of ours and not by
 * Node's, whose compressor may give other bytes from version to version.
 */
export const packCards = (cards: ReadonlyMap<string, Card>): string => {
  const entries = [...cards].map(([id, { name, value, method, formula, notes, inputs, more }]) => [
    id,
    [name, value, method, formula, notes, inputs, more],
  ]);
  return base64(deflateSync(strToU8(JSON.stringify(Object.fromEntries(entries))), { level: 9 }));
};

const base64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let from = 0; from < bytes.length; from += chunk)
    binary += String.fromCharCode(...bytes.subarray(from, from + chunk));
  return btoa(binary);
};
