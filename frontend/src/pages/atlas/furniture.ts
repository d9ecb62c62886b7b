/** What stands around the map: the box to ask in, the legend, the tools, cards, lists and notes. */

import { html, nothing } from "lit";
import type { Version } from "@/api/building";
import { exportUrl, FORMATS } from "@/api/maps";
import type { Words } from "@/api/types";
import "@/controls/hover-card";
import "@/controls/landing-note";
import "@/controls/legend";
import "@/controls/map-card";
import "@/controls/map-about";
import "@/controls/map-choice";
import "@/controls/map-corner";
import "@/controls/map-list";
import "@/controls/map-menu";
import type { MenuItem } from "@/controls/map-menu";
import "@/controls/map-region";
import "@/controls/map-search";
import "@/controls/map-tools";
import type { MapTool } from "@/controls/map-tools";
import { say, t } from "@/state/language";
import { type Way, wayOf } from "@/state/map-choice";
import type { Filter } from "@/state/map-sieve";
import type { AtlasPage } from "../atlas";
import type { Desk } from "./desk";
import { LAYERS, type Layer } from "./layers";
import type { Order } from "./listing";
import { aiming, besideItems, chooseBeside, differing } from "./second";
import { WAYS_OUT, type WayOut } from "./venturing";
import { qualityWords, waitingWords } from "./words";

export function waiting(page: AtlasPage) {
  if (page.problem) return nothing;
  const [title, hint] = waitingWords(page.phase);
  return html`<div class="waiting" role="status"><h1>${title}</h1><p class="quiet">${hint}</p></div>`;
}

export function furniture(page: AtlasPage, desk: Desk) {
  const { standing, venturing, choosing, listing } = desk;
  const quiet =
    !page.touched &&
    !standing.card &&
    !venturing.busy &&
    !venturing.landing &&
    !desk.looking.words &&
    !desk.beside.id;
  const choice = choosing.tool !== "hand" || choosing.count > 0;
  return html`
    <div class="left">${box(desk)} ${tools(page, desk)} ${legend(page, desk)}</div>
    ${page.drop.over ? html`<div class="dropping"><span>${t("map.drop")}</span></div>` : nothing}
    ${hover(page, desk)}
    ${listing.open ? list(page, desk) : nothing}
    ${standing.card ? card(page, desk) : nothing}
    <div class=${standing.card || listing.open ? "note-place shifted" : "note-place"}>
      <rashin-landing
        ?busy=${venturing.busy}
        .landing=${venturing.landing}
        @cancel=${() => venturing.cancel()}
        @open=${(event: CustomEvent<number>) => {
          venturing.cancel();
          void standing.pick(event.detail);
        }}
      ></rashin-landing>
      ${differing(desk)}
      <rashin-map-region
        .region=${desk.naming.region}
        ?busy=${desk.naming.busy}
        @call=${(event: CustomEvent<Partial<Words> | null>) => void desk.naming.call(event.detail)}
        @close=${() => desk.naming.close()}
      ></rashin-map-region>
      ${choice ? choiceBar(page, desk) : nothing}
      ${quiet && !choice && !desk.naming.region && desk.chart.map.decodes ? html`<p class="hint">${t("atlas.hint")}</p>` : nothing}
    </div>
    <rashin-map-corner
      class=${standing.card || listing.open ? "shifted" : ""}
      @zoom=${(event: CustomEvent<number>) => desk.chart.view.zoomBy(event.detail)}
      @home=${() => desk.chart.view.goHome()}
      @keys=${() => page.showHelp()}
    ></rashin-map-corner>
    ${about(page, desk)}
  `;
}

function about(page: AtlasPage, { chart }: Desk) {
  const { versions } = page;
  return html`<rashin-map-about
    class="about"
    .map=${chart.map}
    .words=${qualityWords(chart.map, chart.additions.length)}
    .versions=${versions?.list ?? []}
    .act=${versions?.act ?? null}
    .going=${versions?.going ?? null}
    @open=${() => void versions?.load()}
    @version=${(event: CustomEvent<Version>) => void page.goToVersion(event.detail.key)}
    @anew=${() => void versions?.layAnew()}
    @cancel=${() => void versions?.cancel()}
  ></rashin-map-about>`;
}

function box({ chart, looking, standing }: Desk) {
  return html`<rashin-map-search
    .map=${chart.map}
    .words=${looking.words}
    .best=${looking.best}
    .picture=${looking.picture?.url ?? null}
    .like=${looking.like.length}
    .unlike=${looking.unlike.length}
    .mistake=${looking.mistake}
    ?busy=${looking.busy}
    @words=${(event: CustomEvent<string>) => looking.type(event.detail)}
    @forget=${() => looking.forget()}
    @file=${(event: CustomEvent<File>) => void looking.file(event.detail)}
    @go=${() => standing.goTo(looking.best?.[0]?.n)}
    @pick=${(event: CustomEvent<number>) => standing.goTo(event.detail)}
  ></rashin-map-search>`;
}

function tools(page: AtlasPage, { chart, choosing, listing, layers, venturing, beside }: Desk) {
  const files: readonly MenuItem[] = [
    { id: "png", label: t("map.png") },
    { id: "svg", label: t("map.svg") },
    ...(chart.map.decodes
      ? FORMATS.map((format) => ({
          id: format,
          label: t(`map.${format}`),
          href: exportUrl(chart.map.id, format, choosing.group),
        }))
      : []),
  ];
  return html`<rashin-map-tools
    .tool=${choosing.tool}
    ?listing=${listing.open}
    @tool=${(event: CustomEvent<MapTool>) => page.use(event.detail)}
    @list=${() => listing.toggle()}
  >
    ${
      chart.map.decodes
        ? html`<rashin-map-menu
          label=${t("map.explore")}
          icon="spark"
          data-testid="explore"
          .items=${WAYS_OUT.map((id) => ({ id, label: t(`map.${id}`) }))}
          @choose=${(event: CustomEvent<WayOut>) => void venturing.go(event.detail)}
        ></rashin-map-menu>`
        : nothing
    }
    <rashin-map-menu
      label=${t("map.layers")}
      icon="layers"
      data-testid="layers"
      .items=${LAYERS.map((id) => ({ id, label: t(`map.${id}`), on: layers.on.has(id) }))}
      @choose=${(event: CustomEvent<Layer>) => void layers.toggle(event.detail)}
    ></rashin-map-menu>
    <rashin-map-menu
      label=${t("map.beside")}
      icon="compare"
      data-testid="beside"
      empty=${t("map.none")}
      .items=${besideItems(beside)}
      @open=${() => void beside.list()}
      @choose=${(event: CustomEvent<string>) => chooseBeside(page, event.detail)}
    ></rashin-map-menu>
    <rashin-map-menu
      label=${t("map.take")}
      icon="down"
      data-testid="take"
      ?busy=${page.writing}
      .items=${files}
      @choose=${(event: CustomEvent<"png" | "svg">) => void page.take(event.detail)}
    ></rashin-map-menu>
  </rashin-map-tools>`;
}

function legend(page: AtlasPage, desk: Desk) {
  const { chart, sifting, looking } = desk;
  return html`<rashin-legend
    class=${looking.best ? "pushed" : ""}
    .columns=${chart.all}
    .column=${chart.column}
    .fields=${sifting.fields}
    .shown=${sifting.shown}
    .all=${chart.map.count}
    ?wide=${sifting.wide}
    @column=${(event: CustomEvent<string>) => void page.colourBy(event.detail)}
    @filter=${(event: CustomEvent<{ column: string; filter: Filter | null }>) =>
      void sifting.set(event.detail.column, event.detail.filter)}
    @clear=${() => void sifting.clear()}
    @wide=${(event: CustomEvent<boolean>) => void sifting.open(event.detail)}
  >${aiming(page, desk)}</rashin-legend>`;
}

function hover({ hovered }: AtlasPage, { chart }: Desk) {
  return html`<rashin-hover-card
    .map=${chart.map}
    .card=${hovered?.card ?? null}
    .x=${hovered?.x ?? 0}
    .y=${hovered?.y ?? 0}
    .src=${chart.late.get(hovered?.card.n ?? -1) ?? hovered?.card.image ?? null}
  ></rashin-hover-card>`;
}

function choiceBar(_: AtlasPage, { chart, choosing, looking }: Desk) {
  return html`<rashin-map-choice
    .chosen=${choosing.count}
    .way=${choosing.way}
    .deep=${chart.map.decodes}
    @way=${(event: CustomEvent<Way>) => choosing.setWay(event.detail)}
    @grow=${() => void choosing.grow()}
    @invert=${() => choosing.invert()}
    @clear=${() => choosing.clear()}
    @keep=${(event: CustomEvent<string>) => void choosing.keep(event.detail)}
    @like=${() => looking.likeThese(choosing.points)}
    @unlike=${() => looking.unlikeThese(choosing.points)}
  ></rashin-map-choice>`;
}

function list(page: AtlasPage, { chart, choosing, standing, listing, beside, naming }: Desk) {
  const chosen = choosing.count > 0;
  const points = chosen ? listing.sorted(choosing.points) : listing.points;
  const field = chart.all.find((known) => known.id === chart.column);
  return html`<rashin-map-list
    class=${standing.card ? "side behind" : "side"}
    .map=${chart.map}
    .points=${points}
    .total=${points.length}
    ?chosen=${chosen}
    .regions=${page.regions}
    .pairs=${listing.pairs}
    .order=${listing.order ?? ""}
    .field=${field ? say(field.title) : ""}
    @order=${(event: CustomEvent<Order | null>) => listing.sort(event.detail)}
    .late=${chart.late}
    .groups=${choosing.groups}
    .group=${choosing.group}
    .selected=${standing.selected}
    @open=${(event: CustomEvent<number>) => void standing.pick(event.detail)}
    @pair=${(event: CustomEvent<[number, number]>) => void standing.pair(event.detail)}
    @echo=${(event: CustomEvent<number | null>) => {
      chart.show({ echo: event.detail });
      beside.echo(event.detail);
    }}
    @region=${(event: CustomEvent<string>) => chart.flyToLabel(event.detail)}
    @name=${(event: CustomEvent<string>) => naming.middle([event.detail])}
    @group=${(event: CustomEvent<{ name: string; shift: boolean; alt: boolean }>) =>
      void choosing.show(event.detail.name, wayOf(event.detail, choosing.way))}
    @forget=${(event: CustomEvent<string>) => void choosing.forget(event.detail)}
    @close=${() => listing.toggle(false)}
  ></rashin-map-list>`;
}

function card(page: AtlasPage, { chart, standing }: Desk) {
  return html`<rashin-map-card
    class="side"
    .map=${chart.map}
    .model=${page.model}
    .card=${standing.card}
    .other=${standing.other}
    .late=${chart.late}
    ?choosing=${standing.choosing}
    aria-label=${standing.card ? say(standing.card.title) : nothing}
    @close=${() => page.close()}
    @walk=${(event: CustomEvent<number>) => void standing.pick(event.detail)}
    @along=${(event: CustomEvent<number>) => page.likenessTo(event.detail)}
    @choose=${() => {
      standing.choosing = !standing.choosing;
      page.requestUpdate();
    }}
  ></rashin-map-card>`;
}
