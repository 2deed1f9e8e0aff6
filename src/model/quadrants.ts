/** Quadrants of the KAISM (domain 1.4): high and high, attractive but weak, strong but unattractive, low and low. */
export const kaismQuadrants = ['key', 'development', 'maintenance', 'opportunistic'] as const;

/** Quadrants of lifetime × profitability (domain 1.5; Reinartz & Kumar 2002). */
export const lifetimeQuadrants = ['true-friends', 'butterflies', 'barnacles', 'strangers'] as const;
