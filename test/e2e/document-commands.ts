/** Contents of the fenced blocks of a language in a Markdown text. */
export const blocksOf = (text: string, language: string): readonly string[] =>
  Array.from(text.matchAll(/^(`{3,})(\w+)\n([\s\S]*?)^\1$/gm))
    .filter(([, , name]) => name === language)
    .map(([, , , block = '']) => block);

/** Commands of the shell blocks, without comments; what stands around && counts by itself. */
export const commandsOf = (text: string): readonly string[] =>
  blocksOf(text, 'sh')
    .flatMap(block => block.split('\n'))
    .flatMap(line => line.replace(/\s+#.*$/, '').split('&&'))
    .map(command => command.trim())
    .filter(command => command !== '');

/** Words of a command as a shell parts them; of quotes it knows the plain ones. */
export const wordsOf = (command: string): readonly string[] =>
  Array.from(
    command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g),
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
