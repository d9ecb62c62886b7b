/** How the Atlas is furnished: the map is the page, everything else floats at its edges. */

import { css } from "lit";

export const atlasLooks = css`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    display: block;
    background: var(--paper);
  }
  .map {
    position: absolute;
    inset: 0;
    touch-action: none;
    user-select: none;
    cursor: crosshair;
    outline-offset: -2px;
  }
  .sheet {
    position: absolute;
    inset: 0;
  }
  .sheet.coming {
    visibility: hidden;
  }
  .sheet.drawing {
    cursor: cell;
  }
  .map.halved {
    right: 50%;
  }
  .map.second {
    left: 50%;
    border-left: 1px solid var(--line);
  }
  .map:focus-visible {
    outline: 2px solid color-mix(in srgb, var(--accent) 45%, transparent);
  }
  .sheet.over {
    cursor: pointer;
  }
  .sheet.moving {
    cursor: grabbing;
  }
  .sheet > * {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .map-names {
    overflow: hidden;
  }
  .region {
    position: absolute;
    left: 0;
    top: 0;
    height: 22px;
    padding: 0 6px;
    line-height: 22px;
    font-size: 0.87rem;
    font-weight: 700;
    letter-spacing: -0.005em;
    white-space: nowrap;
    color: var(--ink);
    pointer-events: auto;
    cursor: pointer;
    text-shadow:
      0 0 2px var(--paper),
      1.5px 0 1px var(--paper),
      -1.5px 0 1px var(--paper),
      0 1.5px 1px var(--paper),
      0 -1.5px 1px var(--paper),
      0 0 6px var(--paper),
      0 0 9px var(--paper);
    will-change: transform;
  }
  .region:hover {
    text-decoration: underline;
    text-decoration-thickness: 1.5px;
    text-underline-offset: 3px;
  }
  .drawing .region {
    pointer-events: none;
  }
  .left {
    position: absolute;
    top: 14px;
    left: 14px;
    width: 320px;
    max-height: calc(100% - 60px);
    display: flex;
    flex-direction: column;
    gap: 8px;
    align-items: flex-start;
    pointer-events: none;
  }
  .left > * {
    pointer-events: auto;
  }
  rashin-map-search {
    width: 100%;
  }
  rashin-map-tools {
    position: absolute;
    left: calc(100% + 10px);
    top: 0;
    z-index: 7;
  }
  .dropping {
    position: absolute;
    inset: 10px;
    z-index: 9;
    display: grid;
    place-content: center;
    border: 2.5px dashed var(--accent);
    border-radius: 18px;
    background: color-mix(in srgb, var(--paper) 78%, transparent);
    font-weight: 600;
    pointer-events: none;
  }
  .side.behind {
    right: 346px;
  }
  .side {
    position: absolute;
    top: 14px;
    right: 14px;
    bottom: 14px;
    width: 324px;
    pointer-events: none;
    display: flex;
    flex-direction: column;
    z-index: 5;
    animation: in 0.18s ease-out;
  }
  @keyframes in {
    from {
      opacity: 0;
      transform: translateX(14px);
    }
  }
  rashin-map-corner {
    position: absolute;
    right: 14px;
    bottom: 14px;
    transition: right 0.18s;
  }
  rashin-map-corner.shifted {
    right: 352px;
  }
  .about {
    position: absolute;
    left: 14px;
    bottom: 8px;
    z-index: 5;
  }
  .about:focus-within {
    z-index: 7;
  }
  .note-place {
    position: absolute;
    left: 50%;
    bottom: 18px;
    transform: translateX(-50%);
    z-index: 6;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    width: max-content;
    max-width: calc(100% - 28px);
    pointer-events: none;
  }
  .note-place.shifted {
    left: calc(50% - 168px);
    max-width: calc(100% - 420px);
  }
  .note-place > * {
    pointer-events: auto;
    max-width: 100%;
  }
  .hint {
    margin: 0;
    background: var(--ink);
    color: var(--surface);
    border-radius: 12px;
    box-shadow: var(--shadow);
    font-size: 0.92rem;
    padding: 9px 16px;
    white-space: nowrap;
    pointer-events: none;
  }
  .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    text-align: center;
    padding: 24px;
    pointer-events: none;
  }
  .waiting h1 {
    font-size: 1.25rem;
    margin: 0;
  }
  .notices {
    position: absolute;
    left: 50%;
    top: 14px;
    transform: translateX(-50%);
    width: min(520px, calc(100% - 28px));
    z-index: 8;
  }
  @media (max-width: 1700px) {
    .side.behind {
      display: none;
    }
  }
  @media (max-width: 720px) {
    .left {
      top: 10px;
      left: 10px;
      right: 10px;
      width: auto;
    }
    rashin-legend.pushed {
      display: none;
    }
    .left {
      /* Its menus open over everything that stands below. */
      z-index: 8;
    }
    rashin-map-search {
      z-index: 2;
    }
    rashin-map-tools {
      position: static;
      max-width: 100%;
    }
    .map.halved {
      right: 0;
      bottom: 50%;
    }
    .map.second {
      left: 0;
      top: 50%;
      border-left: 0;
      border-top: 1px solid var(--line);
    }
    .side.behind {
      display: none;
    }
    .side {
      top: auto;
      left: 0;
      right: 0;
      bottom: 0;
      width: auto;
      max-height: 56%;
      animation-name: up;
    }
    @keyframes up {
      from {
        transform: translateY(30px);
        opacity: 0;
      }
    }
    rashin-map-corner {
      right: 10px;
      bottom: 12px;
    }
    rashin-map-corner.shifted {
      display: none;
    }
    .about {
      left: 10px;
      bottom: 6px;
      max-width: calc(100% - 80px);
    }
    .hint {
      white-space: normal;
      font-size: 0.86rem;
      align-self: flex-start;
      max-width: calc(100% - 66px) !important;
      margin-bottom: 46px;
    }
    .note-place {
      bottom: 12px;
      width: calc(100% - 20px);
      max-width: none;
      left: 50%;
    }
    .note-place.shifted {
      left: 50%;
      max-width: none;
      bottom: calc(56% + 8px);
    }
    .notices {
      top: 66px;
    }
  }
  @media (min-width: 2200px) {
    .left {
      width: 400px;
    }
    .side {
      width: 400px;
    }
    rashin-map-corner.shifted {
      right: 428px;
    }
    .side.behind {
      right: 422px;
    }
  }
`;
