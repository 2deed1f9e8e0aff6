import { below, keysOf, type Pattern } from './patterns.ts';

/** A pattern, numbered, and those below it. */
export interface PatternNode {
  readonly pattern: Pattern;
  readonly number: number;
  readonly keys: number;
  readonly children: Map<string, PatternNode>;
}

/** Numbers patterns as they are met: to note a number for each reading costs little. */
export interface PatternTree {
  readonly root: PatternNode;
  child(node: PatternNode, key: string): PatternNode;
  /** The pattern of a number that a node has, for its value or for its keys. */
  patternOf(number: number): Pattern;
}

export const createPatternTree = (): PatternTree => {
  const patterns: Pattern[] = [];
  const numbered = (pattern: Pattern): number => patterns.push(pattern) - 1;
  const node = (pattern: Pattern): PatternNode => ({
    pattern,
    number: numbered(pattern),
    keys: numbered(keysOf(pattern)),
    children: new Map(),
  });
  return {
    root: node(''),
    child: (parent, key) => {
      const known = parent.children.get(key) ?? node(below(parent.pattern, key));
      parent.children.set(key, known);
      return known;
    },
    patternOf: number => patterns[number] ?? '',
  };
};
