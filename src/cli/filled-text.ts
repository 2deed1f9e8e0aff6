/** A text broken at its spaces so that each line, with its indentation, fits a width. A longer word stays whole. */
export const filledText = (text: string, width: number, indent: string): string => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(indent + word);
  }
  return lines.join('\n');
};
