import type { Span } from '../model/source.ts';
import type { Marker } from './yaml-places.ts';

/** Where git has left two versions of some lines, for a person to choose: from its first mark to its last one. */
export const unfinishedMerges = (text: string, mark: Marker): readonly Span[] => {
  const found: Span[] = [];
  let [start, isSecond] = [none, false];
  for (const { 0: sign, index } of text.matchAll(marks)) {
    if (sign.startsWith('<')) [start, isSecond] = [index, false];
    else if (sign.startsWith('=')) isSecond = start !== none;
    else if (isSecond) {
      found.push(mark(start, start + sign.length));
      [start, isSecond] = [none, false];
    }
  }
  return found;
};

const none = -1;
const marks = /^(?:<{7}|={7}(?=\r?$)|>{7})/gm;
