import type { ColourProblem } from '../../brand/colour-problems.ts';
import { type LogoProblem, largestLogo } from '../../brand/logo.ts';
import type { FaceProblem } from '../../brand/type.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { clip, type Place, report } from './report.ts';

/** What a brand may not ask for: pages that can't be read, pictures that do more than show. */

const decimal = (value: number): string => (Math.floor(value * 100) / 100).toFixed(2);

export const unreadableColour = (span: Place, problem: ColourProblem): Diagnostic => {
  const { name, side, colour, against, kind, measured, needed, suggestion } = problem;
  const what = against === 'paper' ? `${side} paper` : `"${against}" on ${side} pages`;
  const message =
    kind === 'contrast'
      ? `"${name}" ${colour} has a contrast of ${decimal(measured)} to ${what}; it needs ${needed}.`
      : `To colour-blind readers "${name}" ${colour} looks like ${what}: they differ by ${decimal(measured)} (CIEDE2000), and need ${needed}.`;
  return report('error', 'workspace/unreadable-colour', span, message, [
    suggestion === undefined
      ? `No colour of this hue would do; choose another hue, or leave "${name}" out.`
      : `The nearest colour of this hue that does is ${suggestion}.`,
  ]);
};

const logoTexts: Readonly<Record<LogoProblem['cause'], readonly [(what: string) => string, string]>> = {
  raster: [
    () => 'This is not an SVG file: a logo is drawn, so that it is sharp in any size.',
    'Ask for the logo as SVG, or export it from the drawing.',
  ],
  'too-large': [
    size =>
      `The logo has ${size} characters; every document holds it, so at most ${largestLogo} are allowed.`,
    'Simplify its paths; embedded pictures are not allowed anyway.',
  ],
  'not-xml': [() => 'This is not well-formed XML.', 'Export the logo again as plain SVG.'],
  'no-svg': [
    name => `The outermost element is "${clip(name)}", not an svg.`,
    'Export the logo as plain SVG.',
  ],
  'no-size': [
    () => 'The logo has neither a viewBox nor a width and height, so nobody knows its shape.',
    'Write viewBox="0 0 WIDTH HEIGHT" into the svg element.',
  ],
  doctype: [() => 'A logo may not hold a DOCTYPE: it can name other files.', 'Delete the line.'],
  instruction: [
    name => `A logo may not hold the instruction "${clip(name)}": it can load other files.`,
    'Delete the line.',
  ],
  element: [name => `A logo may not hold "${clip(name)}", only shapes.`, 'Delete the element.'],
  text: [
    name => `A logo may not hold "${clip(name)}": its letters would look different on each machine.`,
    'Turn the text into outlines and export again.',
  ],
  handler: [name => `A logo may not hold the event handler "${clip(name)}".`, 'Delete the attribute.'],
  outside: [
    address => `A logo may not refer to something outside of itself: ${clip(address)}`,
    'Draw what is meant, or refer to a part of the same file by "#id".',
  ],
  style: [
    () => 'A logo may not hold a style sheet: it can load other files.',
    'Export with presentation attributes, such as fill="#1C3FAA".',
  ],
};

export const unfitLogo = (span: Place, { cause, what }: LogoProblem): Diagnostic => {
  const [message, hint] = logoTexts[cause];
  return report('error', 'workspace/unfit-logo', span, message(what), [hint]);
};

export const missingBrandFile = (span: Place, file: string, suggestion: string | undefined): Diagnostic =>
  report('error', 'workspace/missing-brand-file', span, `There is no file ${file}.`, [
    suggestion === undefined
      ? 'Put it there, or name it from the folder of the workspace.'
      : `Did you mean "${suggestion}"?`,
  ]);

const faceTexts: Readonly<Record<FaceProblem['cause'], readonly [(what: string) => string, string]>> = {
  'too-large': [size => `The font has ${size} bytes, more than two million.`, 'Use a cut for Latin script.'],
  'not-a-font': [() => 'This file is not a font.', 'Name a static woff2, ttf or otf file.'],
  variable: [
    () => 'This font is variable: browsers print those as pictures of letters, which nobody can search.',
    'Use the static files of the family, one for each weight.',
  ],
  glyphs: [
    missing => `The font lacks characters that every document has: ${missing}`,
    'Use a cut of the family that covers Western European languages.',
  ],
  wide: [
    percent => `The font runs ${percent}% wider than the one that tables and charts are laid out for.`,
    'Choose a family that runs narrower, or its condensed width.',
  ],
  figures: [
    () => 'The font has no figures of one width, so columns of numbers will not align.',
    'Choose a family with tabular figures ("tnum").',
  ],
};

export const unfitFace = (span: Place, { cause, what }: FaceProblem): Diagnostic => {
  const [message, hint] = faceTexts[cause];
  return report(cause === 'figures' ? 'warning' : 'error', 'workspace/unfit-font', span, message(what), [
    hint,
  ]);
};

export const noRegularFace = (span: Place): Diagnostic =>
  report('error', 'workspace/unfit-font', span, 'The family has no regular face (weight 400, normal).', [
    'Add it under "faces"; the other weights are optional.',
  ]);
