/** Terms after which a series is given up; at z = 0.999 some forty thousand are needed. */
const mostTerms = 1_000_000;
/** Size at which a sum is scaled down, so that it never leaves the range of a double on its way. */
const large = 1e200;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for real z < 1 (Abramowitz & Stegun, chapter 15).
 *
 * The series 15.1.1, Σ (a)ₙ(b)ₙ/(c)ₙ · zⁿ/n!, converges for |z| < 1. Every z < 1 can be brought to a series in y between 0
 * and 1 in two ways: for z ≥ 0 the series itself or the transformation of Euler, 15.3.3, with the factor (1−z)^(c−a−b)
 * that grows without bound towards 1; for z < 0 the two of Pfaff, 15.3.4 and 15.3.5, with y = z/(z−1). Of the two, the one
 * whose parameters are not negative is taken, because its terms have one sign and nothing cancels; where both are like
 * that, the one whose terms fall faster.
 * @param c neither 0 nor a negative whole number
 * @returns NaN where z ≥ 1, or where the series does not settle
 */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  if (z >= 1 || Number.isNaN(z)) return Number.NaN;
  const [one, other]: readonly [Form, Form] =
    z < 0
      ? [
          { power: -a, a, b: c - b },
          { power: -b, a: c - a, b },
        ]
      : [
          { power: 0, a, b },
          { power: c - a - b, a: c - a, b: c - b },
        ];
  const { power, ...upper } = better(one, other);
  const { sum, logScale } = series(upper.a, upper.b, c, z < 0 ? z / (z - 1) : z);
  return sum * Math.exp(power * Math.log1p(-z) + logScale);
};

/** (1−z)^power · ₂F₁(a, b; c; y). */
interface Form {
  readonly power: number;
  readonly a: number;
  readonly b: number;
}

const better = (one: Form, other: Form): Form => {
  const [least, otherLeast] = [Math.min(one.a, one.b), Math.min(other.a, other.b)];
  if (least >= 0 && otherLeast >= 0) return one.a + one.b <= other.a + other.b ? one : other;
  return least >= otherLeast ? one : other;
};

/** The sum of the series, divided by e^logScale. */
const series = (
  a: number,
  b: number,
  c: number,
  y: number,
): { readonly sum: number; readonly logScale: number } => {
  let term = 1;
  let sum = 1;
  let logScale = 0;
  for (let n = 0; n < mostTerms; n += 1) {
    const factor = (((a + n) * (b + n)) / (c + n) / (n + 1)) * y;
    term *= factor;
    sum += term;
    // Once a factor is under 1 and near y, what is left is less than a geometric series of it.
    if (Math.abs(factor) < 1 && Math.abs(term) <= 1e-17 * Math.abs(sum) * (1 - Math.abs(factor)))
      return { sum, logScale };
    if (Math.abs(sum) > large) {
      term /= large;
      sum /= large;
      logScale += Math.log(large);
    }
  }
  return { sum: Number.NaN, logScale: 0 };
};
