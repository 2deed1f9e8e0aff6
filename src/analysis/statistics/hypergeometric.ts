/** Terms after which a series is given up; at z = 0.999 some forty thousand are needed. */
const mostTerms = 1_000_000;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for real z < 1 (Abramowitz & Stegun, chapter 15).
 *
 * The series 15.1.1, Σ (a)ₙ(b)ₙ/(c)ₙ · zⁿ/n!, converges for |z| < 1, the slower the nearer z comes to 1 and the larger
 * a + b − c is. Two transformations bring every z < 1 to a place where it does well: for z < 0 that of Pfaff, 15.3.4 and
 * 15.3.5, leads to z/(z − 1) between 0 and 1; for a + b > c that of Euler, 15.3.3, takes out the factor (1 − z)^(c−a−b)
 * that grows without bound towards 1 and leaves a series whose terms fall.
 * @param c neither 0 nor a negative whole number
 * @returns NaN where z ≥ 1, or where the series does not settle
 */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  if (z >= 1 || Number.isNaN(z)) return Number.NaN;
  if (z === 0 || a === 0 || b === 0) return 1;
  if (z >= 0) return onUnit(a, b, c, z);
  const y = z / (z - 1);
  // Either of the two is exact; the one whose new series falls faster is taken.
  return a <= b ? (1 - z) ** -a * onUnit(a, c - b, c, y) : (1 - z) ** -b * onUnit(c - a, b, c, y);
};

const onUnit = (a: number, b: number, c: number, z: number): number =>
  a + b > c ? (1 - z) ** (c - a - b) * series(c - a, c - b, c, z) : series(a, b, c, z);

const series = (a: number, b: number, c: number, z: number): number => {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < mostTerms; n += 1) {
    term *= (((a + n) * (b + n)) / (c + n) / (n + 1)) * z;
    sum += term;
    // Once the factors have settled, what is left is less than a geometric series of z.
    if (Math.abs(term) <= 1e-17 * Math.abs(sum) * (1 - z) || term === 0) return sum;
  }
  return Number.NaN;
};
