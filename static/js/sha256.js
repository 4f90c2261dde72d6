// SHA-256 (FIPS 180-4) in plain numbers: the browser's own works only under https, and is slow for many short texts.
const K = new Uint32Array(64);
const START = new Uint32Array(8);

(function constants() {
  // The first 32 bits of the fractions of the cube and square roots of the first primes.
  const fraction = (root) => Math.floor((root - Math.floor(root)) * 4294967296);
  let found = 0;
  for (let number = 2; found < 64; number += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(number));
    K[found] = fraction(Math.cbrt(number));
    found += 1;
  }
})();

const W = new Uint32Array(64);

function mix(state, bytes, offset) {
  for (let i = 0; i < 16; i += 1) {
    const at = offset + i * 4;
    W[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
  for (let i = 16; i < 64; i += 1) {
    const a = W[i - 15];
    const b = W[i - 2];
    const small = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const large = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    W[i] = (W[i - 16] + small + W[i - 7] + large) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const big = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + big + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const other = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (other + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d;
  state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

// A hasher of salt + number: the whole blocks of the salt are mixed once, for all numbers. Answers eight words.
export function hasherOf(salt) {
  const head = new TextEncoder().encode(salt);
  const whole = head.length - (head.length % 64);
  const begun = Uint32Array.from(START);
  for (let at = 0; at < whole; at += 64) mix(begun, head, at);
  const rest = head.subarray(whole);
  const tail = new Uint8Array(128);
  const state = new Uint32Array(8);
  return (number) => {
    const digits = String(number);
    const length = rest.length + digits.length;
    const blocks = length + 9 > 64 ? 128 : 64;
    tail.fill(0);
    tail.set(rest);
    for (let i = 0; i < digits.length; i += 1) tail[rest.length + i] = digits.charCodeAt(i);
    tail[length] = 0x80;
    const bits = (whole + length) * 8;
    tail[blocks - 3] = (bits >>> 16) & 255;
    tail[blocks - 2] = (bits >>> 8) & 255;
    tail[blocks - 1] = bits & 255;
    state.set(begun);
    for (let at = 0; at < blocks; at += 64) mix(state, tail, at);
    return state;
  };
}
