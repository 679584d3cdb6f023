/** The drag that every page goes through: the bitcoin price up its track and down again. */

/** Ends of the drag, as places on the track: $31,600 and $200,000. */
const [LOW, HIGH] = [0.25, 0.65];
/** Updates from one end to the other. Each moves the price by about 1.9%. */
const ONE_WAY = 100;

/** The place on the track, 0 to 1, at update `i`; it differs from the one before. */
export function placeAt(i) {
  const along = i % (2 * ONE_WAY);
  const steps = Math.min(along, 2 * ONE_WAY - along);
  return LOW + (HIGH - LOW) * steps / ONE_WAY;
}

/** The price at a place on our logarithmic track, $10,000 to $1,000,000, in our round steps. */
export function priceAt(place) {
  const exact = 10_000 * 100 ** place;
  const power = 10 ** Math.floor(Math.log10(exact / 100));
  const step = power * [5, 2, 1].find(lead => exact / 100 / power >= lead);
  return Math.round(exact / step) * step;
}
