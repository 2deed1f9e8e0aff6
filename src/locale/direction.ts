/** Letters that are written from right to left: Hebrew, Arabic and their neighbours, with the forms for compatibility. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;

const [firstStrong, end] = ['\u2068', '\u2069'];

export const isRightToLeft = (text: string): boolean => rightToLeft.test(text);

/**
 * A text of the data that may stand within a line of ours: one that is written from right to left keeps its order to
 * itself, so that the numbers and stops beside it stay where they are (Unicode Standard Annex 9, 2.4). By characters and
 * not by markup, since they hold in charts, titles and alternative texts too. Texts of several lines are left as they are.
 */
export const isolated = (text: string): string =>
  isRightToLeft(text) && !text.includes('\n') ? `${firstStrong}${text}${end}` : text;
