/** A journey on the page: what is said of its stations, how it is edited, and which frame is shown when. */

import type { Changes, Journey, Leg, Outlook, Sample, Station, StationInput } from "@/api/journeys";
import { promptIn } from "./studio-recipe";

/** A station as it is sent back: what the server found, as it found it. */
export const asInput = (station: Station): StationInput => ({
  recipe: station.recipe,
  source: station.source,
});

export const stationsOf = (journey: Journey | null): readonly StationInput[] =>
  (journey?.stations ?? []).map(asInput);

/** The whole journey as it would be asked for anew, for whoever takes it to a script. */
export function wishOf(journey: Journey): Readonly<Record<string, unknown>> {
  const { title, shape, legs, loop, pace, ease, pause_s, fps, beats, route, attention, even_square } =
    journey;
  const said = { title, shape, legs, loop, pace, ease, pause_s, fps, beats, attention };
  return {
    ...said,
    ...(shape === "grid" && { route, even_square }),
    stations: journey.stations.map(({ recipe }) => ({ recipe })),
  };
}

/** What a change says before and after it, so that it can be taken back; stations come with their legs. */
export function change(journey: Journey, after: Changes): { before: Changes; after: Changes } {
  const was: Changes = { ...wishOf(journey), even_square: journey.even_square, route: journey.route };
  const names = Object.keys(after).filter((name) => name in was);
  if (names.includes("stations") && !names.includes("legs")) names.push("legs");
  const before = Object.fromEntries(names.map((name) => [name, was[name]]));
  return { before: "stations" in before ? { ...before, stations: stationsOf(journey) } : before, after };
}

export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const rest = items.filter((_, at) => at !== from);
  const item = items[from];
  return item === undefined ? items : [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The legs after a station was taken away: the two beside it become one that is as long as both. */
export function legsWithout(legs: readonly Leg[], at: number): readonly Leg[] {
  const [before, after] = [legs[at - 1], legs[at]];
  if (!before || !after) return legs.filter((_, leg) => leg !== Math.max(0, at - (before ? 1 : 0)));
  const joined = { ...before, seconds: Math.min(120, before.seconds + after.seconds) };
  return [...legs.slice(0, at - 1), joined, ...legs.slice(at + 1)];
}

const QUOTED = /"(?:[^"\\]|\\.)*"/;

/** What a station shows, in words: its prompt, else the first words of its expression. */
export function wordsOf(station: Station): string {
  const { conditioning } = station.recipe;
  const prompt = promptIn(conditioning);
  if (prompt) return prompt;
  const first = QUOTED.exec(conditioning)?.[0];
  const words = first === undefined ? null : promptIn(first);
  return words ? `${words} …` : conditioning;
}

/** Every frame that is there, by place. */
export function framesOf(journey: Journey): readonly Sample[] {
  const outlook: Outlook | null = journey.outlook;
  const all = outlook ? [...outlook.samples, ...outlook.even] : (journey.seen ?? []);
  return all.filter((one) => one.image !== null).sort((a, b) => a.place - b.place);
}

/** The frame that is nearest to a place. */
export function nearest(frames: readonly Sample[], place: number): Sample | null {
  let [low, high] = [0, frames.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((frames[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [frames[low - 1], frames[low]];
  if (!before || !after) return after ?? before ?? null;
  return place - before.place < after.place - place ? before : after;
}

/** Where the walk is at a second of its preview. */
export function placeAt(journey: Journey, second: number): number {
  const schedule = journey.schedule;
  if (!schedule || schedule.places.length === 0) return 0;
  const last = schedule.places.length - 1;
  const at = journey.total_s > 0 ? (second / journey.total_s) * (journey.loop ? last + 1 : last) : 0;
  return schedule.places[Math.max(0, Math.min(last, Math.round(at)))] ?? 0;
}

/** Seconds a leg from beats a minute. */
export const secondsOf = (beats: number, bpm: number): number =>
  Math.min(120, Math.max(0.1, Math.round((60_000 * beats) / bpm) / 1000));
