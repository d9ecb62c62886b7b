/** The view as a file: a picture as it is on the screen, or a drawing whose dots, lines and names stay sharp. */

import { tileUrl } from "@/api/client";
import type { Chart } from "./chart";

/** More dots than this are a picture, not a drawing. */
const MOST_DOTS = 20_000;
const DOT_PX = 2.2;

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A name on the map and where it stands, in CSS pixels of the map. */
interface Name {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function namesOf(host: HTMLElement): readonly Name[] {
  const room = host.getBoundingClientRect();
  return [...host.querySelectorAll<HTMLElement>(".region")].map((element) => {
    const box = element.getBoundingClientRect();
    return {
      text: element.textContent ?? "",
      x: box.left - room.left + box.width / 2,
      y: box.top - room.top + 16,
    };
  });
}

export async function pngOf(chart: Chart, host: HTMLElement): Promise<Blob> {
  const whole = chart.view.picture(token("--paper"));
  const pen = whole.getContext("2d");
  const ratio = whole.width / host.clientWidth;
  if (pen) {
    pen.scale(ratio, ratio);
    pen.font = `700 14px ${getComputedStyle(host).fontFamily}`;
    pen.textAlign = "center";
    pen.lineJoin = "round";
    for (const { text, x, y } of namesOf(host)) {
      pen.lineWidth = 4;
      pen.strokeStyle = token("--paper");
      pen.strokeText(text, x, y);
      pen.fillStyle = token("--ink");
      pen.fillText(text, x, y);
    }
  }
  return new Promise((done, failed) =>
    whole.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"),
  );
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export async function svgOf(chart: Chart, host: HTMLElement, out: Uint8Array | null): Promise<Blob> {
  const { clientWidth: width, clientHeight: height } = host;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(`${chart.map.title.en} / ${chart.map.title.ja}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="${token("--paper")}"/>`,
    ...(await dots(chart, out)),
    ...(await pictures(chart)),
    ...namesOf(host).map(
      ({ text, x, y }) =>
        `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="middle" font-family="system-ui, sans-serif" font-size="14" font-weight="700" fill="${token("--ink")}" stroke="${token("--paper")}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`,
    ),
    "</svg>",
  ];
  return new Blob([parts.join("\n")], { type: "image/svg+xml" });
}

async function dots(chart: Chart, out: Uint8Array | null): Promise<readonly string[]> {
  const { view } = chart;
  const seen = [...view.grid.inBox(...view.view())].filter((n) => n < chart.map.count && out?.[n] !== 1);
  if (seen.length > MOST_DOTS) {
    const url = view.picture(token("--paper")).toDataURL("image/png");
    return [`<image width="100%" height="100%" href="${url}"/>`];
  }
  const values = await chart.columnOf(chart.column);
  const { colours, quiet } = chart.shades;
  const groups = new Map<string, string[]>();
  for (const n of seen) {
    const place = view.grid.place(n);
    if (!place) continue;
    const [x, y] = view.project(...place);
    const colour = colours[values[n] ?? 255] ?? quiet;
    const group = groups.get(colour) ?? [];
    group.push(`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${DOT_PX}"/>`);
    groups.set(colour, group);
  }
  return [...groups].map(([colour, members]) => `<g fill="${colour}">${members.join("")}</g>`);
}

/** The pictures in view, cut out of their sprites, so that the file needs nothing beside it. */
async function pictures(chart: Chart): Promise<readonly string[]> {
  const level = chart.map.atlas.at(-1);
  if (!level) return [];
  const cells = level.columns * level.rows;
  const tiles = new Map<number, Promise<HTMLImageElement>>();
  const tileOf = (tile: number) => {
    let image = tiles.get(tile);
    if (!image) {
      const made = new Image();
      made.src = tileUrl(chart.map.id, level.level, tile);
      image = made.decode().then(() => made);
      tiles.set(tile, image);
    }
    return image;
  };
  const one = document.createElement("canvas");
  one.width = level.thumb;
  one.height = level.thumb;
  const pen = one.getContext("2d");
  const parts: string[] = [];
  for (const { n, x, y, size } of chart.view.shown()) {
    const [cell, tile] = [n % cells, Math.floor(n / cells)];
    const [column, row] = [cell % level.columns, Math.floor(cell / level.columns)];
    const { thumb } = level;
    pen?.drawImage(await tileOf(tile), column * thumb, row * thumb, thumb, thumb, 0, 0, thumb, thumb);
    const place = `x="${(x - size / 2).toFixed(1)}" y="${(y - size / 2).toFixed(1)}" width="${size.toFixed(1)}" height="${size.toFixed(1)}"`;
    parts.push(
      `<image ${place} href="${one.toDataURL("image/png")}" style="clip-path: inset(0 round ${(size * 0.24).toFixed(1)}px)"/>`,
    );
  }
  return parts;
}

/** Hand a file to the person. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
