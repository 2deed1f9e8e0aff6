/** How many decimals a number has as it is written: 2 for 0.25. */
export const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
