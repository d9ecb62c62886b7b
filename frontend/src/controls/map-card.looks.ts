/** How the side card looks: a column on the right, a sheet from below on phones. */

import { css } from "lit";

export const cardLooks = css`
  :host {
    min-height: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 14px;
    padding: 16px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    max-height: 100%;
    overflow-y: auto;
    overscroll-behavior: contain;
    pointer-events: auto;
  }
  .top {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 12px;
  }
  .frame {
    position: relative;
    width: 100%;
    aspect-ratio: 1;
    border-radius: 14px;
    overflow: hidden;
    border: 1px solid var(--line);
    background: #fff;
  }
  .under,
  rashin-picture {
    position: absolute;
    inset: 0;
    border-radius: 0;
  }
  .under {
    box-shadow: none;
  }
  rashin-picture:not(.drawn) {
    visibility: hidden;
  }
  .close {
    position: absolute;
    top: 8px;
    right: 8px;
    border-radius: 50%;
    background: rgb(255 255 255 / 88%);
    color: #141c28;
  }
  h1 {
    margin: 0;
    font-size: 1.22rem;
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  p {
    margin: 3px 0 0;
  }
  .prompt {
    overflow-wrap: anywhere;
    color: var(--ink);
  }
  .torn {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    margin-top: 8px;
    color: var(--warn);
    font-size: 0.86rem;
    font-weight: 550;
    cursor: help;
  }
  .choosing {
    margin: -4px 0 0;
    color: var(--accent);
    font-weight: 550;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 7px;
    margin-top: 7px;
  }
  .row button {
    padding: 0;
    min-width: 0;
    border: 0;
    background: none;
    border-radius: 22%;
    display: block;
  }
  .row button:hover {
    box-shadow: 0 0 0 2.5px var(--accent);
  }
  .acts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 7px;
  }
  .acts > * {
    padding: 0 8px;
    white-space: nowrap;
  }
  .wide {
    grid-column: 1 / -1;
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  .wide:hover {
    background: var(--accent);
    filter: brightness(1.07);
  }
  h3 + rashin-strip {
    margin-top: -7px;
  }
  @media (max-width: 720px) {
    section {
      border-radius: 18px 18px 0 0;
      border-width: 1px 0 0;
      padding: 14px 14px calc(14px + env(safe-area-inset-bottom));
      gap: 12px;
    }
    .top {
      flex-direction: row;
      padding-right: 44px;
    }
    .frame {
      width: 104px;
      flex: none;
    }
    .close {
      background: var(--sunken);
      color: var(--ink);
      top: -4px;
      right: -4px;
    }
    .row {
      grid-template-columns: repeat(15, 46px);
      overflow-x: auto;
      padding: 3px;
      margin: 4px -3px -3px;
    }
  }
`;
