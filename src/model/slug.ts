/** Letters that Unicode does not decompose into a base letter and marks. */
const transliterations: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Longest id that is made of a name, so that file systems take the names of its documents. */
const longest = 80;

/**
 * The id that a name gives: lower case; accents removed (NFKD, then without its marks) and the letters
 * ß æ œ ø đ ð ł þ ı written as ss ae oe o d d l th i; apostrophes and full stops dropped; every other run of characters
 * that are not a–z or 0–9 becomes one hyphen, none at the ends; cut after eighty characters. `Société d’Été S.A.` gives `societe-dete-sa`.
 * @returns undefined where nothing is left, as for a name in another script
 */
export const slug = (name: string): string | undefined => {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, letter => transliterations[letter] ?? letter);
  const id = latin
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');
  return id === '' ? undefined : id;
};
