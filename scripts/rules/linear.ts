// Linear learners for the judge's model: small, deterministic, with no dependency.

/** A sparse row. */
export interface Row {
  places: Int32Array;
  values: Float32Array;
}
export interface Linear {
  weights: Float64Array;
  bias: number;
}

const EPOCHS = 12;
const MOST_TELLING = 3;
const LEAST_TELLING = 0.3;

/**
 * How telling each place is: the log of how much more often it occurs on one side than on the other
 * (naive Bayes features: Wang and Manning, 2012). Folded into the weights, so that it costs nothing later.
 */
function tellingOf(rows: readonly Row[], labels: readonly number[], size: number): Float64Array {
  const counts = [new Float64Array(size).fill(1), new Float64Array(size).fill(1)] as const;
  const totals: [number, number] = [0, 0];
  rows.forEach(({ places }, index) => {
    const side = (labels[index] as number) > 0 ? 1 : 0;
    totals[side]++;
    for (const place of places) counts[side][place] = (counts[side][place] as number) + 1;
  });
  return Float64Array.from(counts[1], (count, place) => {
    const ratio = count / totals[1] / ((counts[0][place] as number) / totals[0]);
    return Math.min(MOST_TELLING, LEAST_TELLING + Math.abs(Math.log(ratio)));
  });
}

/**
 * L2-regularised L2-loss support vector machine over naive Bayes features by dual coordinate descent
 * (Hsieh et al., 2008). `labels` are 1 and -1; `costs` say what a mistake in each row costs.
 */
export function fitSupportVectors(
  rows: readonly Row[],
  labels: readonly number[],
  costs: readonly number[],
  size: number,
): Linear {
  const telling = tellingOf(rows, labels, size);
  const scaled = rows.map(({ places, values }) =>
    values.map((value, at) => value * (telling[places[at] as number] as number)),
  );
  const weights = new Float64Array(size);
  let bias = 0;
  const alpha = new Float64Array(rows.length);
  const diagonal = scaled.map((values, index) => {
    let square = 1;
    for (const value of values) square += value * value;
    return square + 1 / (2 * (costs[index] as number));
  });
  const order = Int32Array.from(rows, (_, index) => index);
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const other = seed % (at + 1);
      const swap = order[at] as number;
      order[at] = order[other] as number;
      order[other] = swap;
    }
    for (const index of order) {
      const label = labels[index] as number;
      const { places } = rows[index] as Row;
      const values = scaled[index] as Float32Array;
      let score = bias;
      for (let at = 0; at < places.length; at++)
        score += (weights[places[at] as number] as number) * (values[at] as number);
      const old = alpha[index] as number;
      const gradient = label * score - 1 + old / (2 * (costs[index] as number));
      const next = Math.max(0, old - gradient / (diagonal[index] as number));
      if (next === old) continue;
      alpha[index] = next;
      const change = (next - old) * label;
      bias += change;
      for (let at = 0; at < places.length; at++) {
        const place = places[at] as number;
        weights[place] = (weights[place] as number) + change * (values[at] as number);
      }
    }
  }
  for (let place = 0; place < size; place++)
    weights[place] = (weights[place] as number) * (telling[place] as number);
  return { weights, bias };
}

const STEPS = 12;

/**
 * Logistic regression over dense rows by Newton's method; `ridge` holds the weights down. For tens or a
 * few hundreds of columns.
 */
export function fitLogistic(
  rows: readonly Float64Array[],
  labels: readonly number[],
  costs: readonly number[],
  ridge: number,
): Linear {
  const size = (rows[0]?.length ?? 0) + 1;
  const solution = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const gradient = Float64Array.from(solution, (value, at) =>
      at === size - 1 ? 0 : -ridge * value,
    );
    const curve = Array.from({ length: size }, (_, at) => {
      const line = new Float64Array(size);
      line[at] = at === size - 1 ? 1e-6 : ridge;
      return line;
    });
    rows.forEach((row, index) => {
      const used: number[] = [];
      let score = solution[size - 1] as number;
      for (let at = 0; at < size - 1; at++)
        if (row[at] !== 0) {
          used.push(at);
          score += (row[at] as number) * (solution[at] as number);
        }
      used.push(size - 1);
      const label = labels[index] as number;
      const cost = costs[index] as number;
      const wrong = 1 / (1 + Math.exp(label * score));
      const pull = cost * label * wrong;
      const bend = cost * wrong * (1 - wrong);
      const valueAt = (at: number) => (at === size - 1 ? 1 : (row[at] as number));
      for (const at of used) {
        gradient[at] = (gradient[at] as number) + pull * valueAt(at);
        const line = curve[at] as Float64Array;
        const factor = bend * valueAt(at);
        for (const other of used) line[other] = (line[other] as number) + factor * valueAt(other);
      }
    });
    const move = solved(curve, gradient);
    for (let at = 0; at < size; at++)
      solution[at] = (solution[at] as number) + (move[at] as number);
  }
  return { weights: solution.slice(0, size - 1), bias: solution[size - 1] as number };
}

/** Solves a system of linear equations by elimination with pivots; both arguments are used up. */
function solved(lines: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let row = at + 1; row < size; row++)
      if (Math.abs(lines[row]?.[at] ?? 0) > Math.abs(lines[best]?.[at] ?? 0)) best = row;
    [lines[at], lines[best]] = [lines[best] as Float64Array, lines[at] as Float64Array];
    [right[at], right[best]] = [right[best] as number, right[at] as number];
    const pivot = lines[at] as Float64Array;
    for (let row = at + 1; row < size; row++) {
      const line = lines[row] as Float64Array;
      const factor = (line[at] as number) / (pivot[at] as number);
      if (factor === 0) continue;
      for (let column = at; column < size; column++)
        line[column] = (line[column] as number) - factor * (pivot[column] as number);
      right[row] = (right[row] as number) - factor * (right[at] as number);
    }
  }
  for (let at = size - 1; at >= 0; at--) {
    const line = lines[at] as Float64Array;
    let sum = right[at] as number;
    for (let column = at + 1; column < size; column++)
      sum -= (line[column] as number) * (right[column] as number);
    right[at] = sum / (line[at] as number);
  }
  return right;
}
