import { z } from 'zod';
import { conditionSchema } from '../model/segmentation.ts';
import { localizedTextSchema } from '../model/text.ts';

/** The head of a notebook: what it is called, for whom it is made, how it comes out. */
export const frontMatterSchema = z
  .strictObject({
    title: localizedTextSchema,
    each: z
      .enum(['none', 'account', 'kam'])
      .default('none')
      .describe('One document in all, one for each key account, or one for each key account manager'),
    where: z
      .array(conditionSchema)
      .min(1)
      .optional()
      .describe('Which accounts get a document, with each: account; those with key status when absent'),
    formats: z
      .array(z.enum(['html', 'pdf']))
      .min(1)
      .default(['html', 'pdf']),
    layout: z.string().default('document').describe('Layout of templates/layouts'),
    cover: z.boolean().default(true),
    contents: z.boolean().default(true),
  })
  .describe('Front matter of a notebook');
export type FrontMatter = z.infer<typeof frontMatterSchema>;
