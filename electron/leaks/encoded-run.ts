import { openPlainScanner, type Hit, type TextScanner } from './plain-scanner';

/** Where a part of a run stands in the text. */
export interface Place {
  readonly line: number;
  readonly at: number;
}

/** One unbroken run of base64, read part by part. */
export interface EncodedRun {
  readonly take: (part: string, place: Place) => readonly Hit[];
  readonly end: () => readonly Hit[];
}

/** Forty bytes, the shortest token, are so many characters of base64. */
const SHORTEST = 54;
/** Small enough to be held, large enough that what is decoded at once is worth it. */
const CHUNK = 3_072;

/** A run read from its first, second, third or fourth character on: what stands before base64 may look like it. */
interface Lane {
  readonly scanner: TextScanner;
  rest: string;
  /** Where each chunk begins: in what was decoded, and in the run; `step`: characters of the run for one decoded. */
  readonly chunks: { readonly at: number; readonly from: number; readonly step: number }[];
  decoded: number;
  read: number;
}

const newLane = (skipped: number): Lane => ({
  scanner: openPlainScanner(),
  rest: '',
  chunks: [],
  decoded: 0,
  read: skipped,
});

/** `isNearCircle`: what stands before the run speaks of CircleCI. */
export function openEncodedRun(isNearCircle: boolean): EncodedRun {
  const places: { readonly from: number; readonly place: Place }[] = [];
  let lanes: readonly Lane[] | undefined;
  let waiting = '';
  let length = 0;

  const placeOf = (from: number): Place => {
    const found = places.findLast((one) => one.from <= from) ?? places[0];
    if (found === undefined) return { line: 1, at: 0 };
    return { line: found.place.line, at: found.place.at + (from - found.from) };
  };

  const located = (hits: readonly Hit[], { chunks }: Lane): readonly Hit[] =>
    hits.map((hit) => {
      const chunk = chunks.findLast(({ at }) => at <= hit.at);
      const from = chunk === undefined ? 0 : chunk.from + Math.floor((hit.at - chunk.at) * chunk.step);
      return { ...hit, ...placeOf(from), isNearCircle: isNearCircle || hit.isNearCircle };
    });

  const decode = (lane: Lane, text: string, isEnd: boolean): readonly Hit[] => {
    const all = lane.rest + text;
    const whole = isEnd ? all.length : all.length - (all.length % 4);
    lane.rest = all.slice(whole);
    // Every second byte of UTF-16 is nothing, where the text is ASCII.
    const decoded = Buffer.from(all.slice(0, whole), 'base64').toString('latin1').replaceAll('\0', '');
    lane.chunks.push({ at: lane.decoded, from: lane.read, step: whole / Math.max(1, decoded.length) });
    lane.decoded += decoded.length;
    lane.read += whole;
    const hits = lane.scanner.take(decoded);
    return located(isEnd ? [...hits, ...lane.scanner.end()] : hits, lane);
  };

  const feed = (isEnd: boolean): readonly Hit[] => {
    const text = waiting;
    waiting = '';
    if (lanes !== undefined) return lanes.flatMap((lane) => decode(lane, text, isEnd));
    lanes = [0, 1, 2, 3].map(newLane);
    return lanes.flatMap((lane, skipped) => decode(lane, text.slice(skipped), isEnd));
  };

  return {
    take: (part, place) => {
      places.push({ from: length, place });
      waiting += part;
      length += part.length;
      return waiting.length >= CHUNK ? feed(false) : [];
    },
    end: () => (length < SHORTEST ? [] : feed(true)),
  };
}
