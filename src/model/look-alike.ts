/** Cyrillic and Greek letters that a reader takes for Latin ones, after Unicode's list of confusables (UTS 39), in lower case. */
const latinFor: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'ë',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'ï',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'h',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'y',
  χ: 'x',
  ζ: 'z',
};

/**
 * What a name looks like: two that give the same can't be told apart by a reader. Compatible forms, capitals, spaces, full
 * stops, commas and invisible characters are all one; letters of other scripts count as the Latin ones that they resemble.
 */
export const lookOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/\p{Script=Cyrillic}|\p{Script=Greek}/gu, letter => latinFor[letter] ?? letter)
    .replace(/[\s.,]+/g, ' ')
    .trim();
