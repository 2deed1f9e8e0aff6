/**
 * Macros that read numbers and dates in the form that the SQL declares; nothing is guessed. What is not of that form comes
 * back with the reason behind it, so that no schema takes it and the row is rejected instead of misread.
 */
const number = (name: string, group: string, mark: string, says: string): string => {
  const [grouped, decimal] = [group, mark].map(character => `[${character}]`);
  const bare = String.raw`regexp_replace(trim(text), '[\s\x{00A0}\x{202F}€$£]', '', 'g')`;
  return `CREATE MACRO ${name}(text) AS CASE
    WHEN nullif(trim(text), '') IS NULL THEN NULL
    WHEN regexp_full_match(${bare}, '-?(\\d+|\\d{1,3}(${grouped}\\d{3})+)(${decimal}\\d+)?')
      THEN replace(replace(${bare}, '${group}', ''), '${mark}', '.')
    ELSE text || ' is no number with a decimal ${says}' END`;
};

const date = (name: string, formats: readonly string[], says: string): string =>
  `CREATE MACRO ${name}(text) AS CASE
    WHEN nullif(trim(text), '') IS NULL THEN NULL
    ELSE coalesce(strftime(try_strptime(regexp_replace(trim(text), '[T ,].*$', ''), [${formats.map(format => `'${format}'`).join(', ')}]), '%Y-%m-%d'),
      text || ' is no date ${says}') END`;

export const readings: readonly string[] = [
  number('decimal_comma', '.', ',', 'comma'),
  number('decimal_point', ',', '.', 'point'),
  // 1.234 and 1,234 may be thousands or not: which, has to be said.
  `CREATE MACRO decimal_plain(text) AS CASE
    WHEN nullif(trim(text), '') IS NULL THEN NULL
    WHEN regexp_full_match(trim(text), '-?\\d+([.](\\d{1,2}|\\d{4,}))?') THEN trim(text)
    ELSE text || ' may be read in two ways; say --decimal point or --decimal comma' END`,
  date('day_first', ['%Y-%m-%d', '%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y', '%d/%m/%y'], 'with the day first'),
  date('month_first', ['%Y-%m-%d', '%m/%d/%Y', '%m-%d-%Y', '%m/%d/%y'], 'with the month first'),
  date('iso_first', ['%Y-%m-%d'], 'like 2026-01-31; say --dates day-first or --dates month-first'),
];
