import { z } from 'zod';
import { localizedTextSchema } from './text.ts';

const bandSchema = z.strictObject({
  below: z.number().optional().describe('Numbers below this one; the last band has none and takes the rest'),
  name: z.string().min(1).describe('Word for the band; the vocabulary of the workspace translates it'),
});

const areInOrder = (bands: readonly z.infer<typeof bandSchema>[]): boolean =>
  bands.every(({ below }, index) => {
    const before = bands[index - 1]?.below ?? Number.NEGATIVE_INFINITY;
    return (below === undefined) === (index === bands.length - 1) && (below === undefined || below > before);
  });

const profileFieldSchema = z.strictObject({
  field: z
    .string()
    .regex(
      /^(industry|country|region|type|fields\.[^.]+)$/,
      'a profile is made of industry, country, region, type or fields.<name>, which a prospect has too',
    )
    .describe('industry, country, region, type, or fields.<name> of the account'),
  name: localizedTextSchema.describe('What the field is called'),
  bands: z
    .array(bandSchema)
    .min(2)
    .refine(areInOrder, 'bands rise from one to the next, and only the last has no "below"')
    .optional()
    .describe('For a field of numbers: the ranges that count as one value'),
});
export type ProfileField = z.infer<typeof profileFieldSchema>;

export const customerProfileSchema = z
  .strictObject({
    profitable: z
      .number()
      .min(-10)
      .max(1)
      .default(0)
      .describe('Contribution after cost to serve ÷ revenue from which a customer is profitable'),
    fields: z.array(profileFieldSchema).min(1).describe('Fields that are known before the first order'),
    pointsPerDoubling: z
      .int()
      .min(1)
      .max(20)
      .default(2)
      .describe('Points for odds of being profitable twice as high'),
    smoothing: z
      .number()
      .positive()
      .max(1000)
      .default(2)
      .describe('Customers of average profitability that are added to each value, so that few prove little'),
    folds: z
      .union([z.int().min(2).max(100), z.literal('leave-one-out')])
      .default(10)
      .describe('Parts of the cross-validation; at most as many as the smaller class has customers'),
    minimumPerClass: z
      .int()
      .min(2)
      .default(5)
      .describe('Fewest profitable and fewest unprofitable customers for a profile'),
    serve: z.int().default(2).describe('Points from which a prospect is served'),
    refer: z.int().default(-2).describe('Points down to which a prospect is referred elsewhere'),
    minimumFields: z
      .int()
      .min(1)
      .default(2)
      .describe(
        'Fewest fields in which a prospect resembles some customer; all of them where there are fewer',
      ),
    minimumBalancedAccuracy: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.6)
      .describe('Balanced accuracy under which no prospect is served or referred on the profile alone'),
  })
  .refine(({ serve, refer }) => refer < serve, {
    path: ['refer'],
    message: '"refer" must lie below "serve"',
  })
  .describe('Points profile of profitable and unprofitable customers, for prospects');
export type CustomerProfile = z.infer<typeof customerProfileSchema>;
