/** How the sheet about a map looks: a chip at the edge, and what unfolds from it. */

import { css } from "lit";

export const mapAboutLooks = css`
  :host {
    display: block;
  }
  .chip {
    min-height: 32px;
    padding: 4px 10px;
    border: 0;
    border-radius: 8px;
    background: color-mix(in srgb, var(--paper) 86%, transparent);
    font-size: 0.8rem;
    font-weight: 450;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
    text-align: left;
  }
  .chip svg.i {
    width: 14px;
    height: 14px;
  }
  .chip i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--accent);
    flex: none;
  }
  .panel {
    position: absolute;
    left: 0;
    bottom: calc(100% + 6px);
    width: min(360px, calc(100vw - 28px));
    max-height: min(640px, calc(100dvh - 190px));
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 12px 16px 14px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }
  header {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  header h2 {
    flex: 1;
    min-width: 0;
    font-size: 1rem;
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  header button {
    margin-right: -8px;
  }
  p {
    margin: 2px 0 0;
  }
  h3 {
    margin-top: 14px;
  }
  dl {
    margin: 8px 0 0;
    display: grid;
    gap: 10px;
  }
  dt {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 10px;
    font-size: 0.88rem;
    font-weight: 600;
  }
  dt b {
    font-variant-numeric: tabular-nums;
  }
  meter {
    grid-column: 1 / -1;
    width: 100%;
    height: 6px;
  }
  dd {
    margin: 1px 0 0;
    font-size: 0.8rem;
    line-height: 1.4;
    color: var(--soft);
  }
  ul {
    list-style: none;
    margin: 6px 0 0;
    padding: 0;
  }
  li button {
    width: 100%;
    min-height: 40px;
    border: 0;
    background: none;
    padding: 4px 10px;
    justify-content: flex-start;
    gap: 10px;
    font-weight: 500;
  }
  li button[aria-pressed="true"],
  li button[aria-pressed="true"]:hover {
    background: var(--sunken) !important;
    color: var(--ink);
    font-weight: 650;
  }
  li small {
    margin-left: auto;
    color: var(--soft);
    font-weight: 450;
    font-variant-numeric: tabular-nums;
  }
  .anew {
    margin-top: 10px;
    min-height: 58px;
  }
  .anew button {
    width: 100%;
  }
  .anew p {
    font-size: 0.8rem;
    margin-top: 5px;
  }
  footer {
    margin-top: 10px;
    font-size: 0.86rem;
  }
  footer a {
    color: var(--soft);
  }
  @media (max-width: 720px) {
    .panel {
      position: fixed;
      left: 0;
      right: 0;
      bottom: 0;
      width: auto;
      max-height: 72dvh;
      border-radius: var(--radius) var(--radius) 0 0;
      z-index: 20;
      padding-bottom: 80px;
    }
    .chip span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  }
`;
