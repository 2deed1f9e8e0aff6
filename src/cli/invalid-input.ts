/** What the user asked for cannot be done, in words for the user. Ends the command with exit code 1, without a stack. */
export class InvalidInput extends Error {
  readonly hints: readonly string[];

  constructor(message: string, hints: readonly string[] = []) {
    super(message);
    this.name = 'InvalidInput';
    this.hints = hints;
  }
}
