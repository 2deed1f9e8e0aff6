import { z } from 'zod';

/** CSS pixels: two pages, and more than any screen. A chart that is taller takes all memory for its lines. */
const tallest = 2_000;
/** CSS pixels: of rows there may be thirty. */
const widestPitch = 200;

/** Height of a chart in CSS pixels. @param least below which it can't be read */
export const heightFrom = (least: number): z.ZodNumber => z.number().min(least).max(tallest);

/** Height of one row of a chart in CSS pixels. @param least below which it can't be read */
export const pitchFrom = (least: number): z.ZodNumber => z.number().min(least).max(widestPitch);
